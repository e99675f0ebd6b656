package io.yipiao.verifier.cli;

import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.bill.Issuer;
import io.yipiao.verifier.reader.BillReader;
import io.yipiao.verifier.verdict.PrintedFacts;

import picocli.CommandLine.Command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

/** {@code alterations}: which check exposes which forgery, found by forging. */
@Command(
        name = "alterations",
        mixinStandardHelpOptions = true,
        description = {
            "把样票改十二处，逐一真查，看哪一层能发现。",
            "Forge the sample bill in twelve ways and see which check notices."
        })
final class AlterationsCommand implements Callable<Integer> {
    private final Console console;
    private final Clock clock;
    private final SecureRandom random;

    AlterationsCommand(Console console, Clock clock, SecureRandom random) {
        this.console = console;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public Integer call() {
        console.out().print(new AlterationTable(console.language()).print(rows()));
        console.say(PrintedFacts.UNSEEN);
        return Exit.GOOD;
    }

    List<AlterationRow> rows() {
        Bill sample = sample();
        Issuer second = new Issuer(2, "H99010100002", "示范市中医院");
        AlterationBench bench = new AlterationBench(sample, second, clock.instant(), random);
        return Alteration.of(sample).stream().map(bench::run).toList();
    }

    private static Bill sample() {
        try (InputStream in = Bill.class.getResourceAsStream("sample-bill.json")) {
            return BillReader.read(Objects.requireNonNull(in).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FieldException e) {
            throw new IllegalStateException(e);
        }
    }
}
