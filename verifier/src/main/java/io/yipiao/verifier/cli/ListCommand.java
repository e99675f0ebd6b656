package io.yipiao.verifier.cli;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;
import io.yipiao.verifier.seal.TrustList;
import io.yipiao.verifier.seal.TrustedIssuer;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code list}: a trust list, sealed with the list key. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "签发信任清单。 Seal a trust list.")
final class ListCommand implements Callable<Integer> {
    private final Console console;
    private final Clock clock;

    @Parameters(
            paramLabel = "ISSUERS",
            description = "开票单位 [{number, code, name, host, keys}]，JSON。 The issuers, JSON.")
    private Path issuers = Path.of("");

    @Option(
            names = "--keys",
            required = true,
            paramLabel = "FOLDER",
            description = "清单密钥的文件夹。 The list key's folder.")
    private Path keys = Path.of("");

    @Option(
            names = "--number",
            required = true,
            description = "清单号，每次加大。 The list's number, greater each time.")
    private long number = 1;

    @Option(names = "--days", description = "几天后要有新的，缺省 ${DEFAULT-VALUE}。 Days until the next.")
    private int days = 7;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "清单写到哪里，签名写到 FILE.seal。 The list; its seal goes to FILE.seal.")
    private Path out = Path.of("");

    ListCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() throws InputException {
        TrustList list = list();
        String seal = list.seal(new KeyFolder(keys).privateKey()).hex();
        OutputFile.write(out, list.bytes());
        OutputFile.write(
                TrustOptions.sealOf(out), (seal + "\n").getBytes(StandardCharsets.US_ASCII));
        console.say(
                "第 " + number + " 号清单有 " + list.issuers().size() + " 家单位，写到 " + out,
                "List " + number + " of " + list.issuers().size() + " issuers is in " + out);
        return Exit.GOOD;
    }

    private TrustList list() throws InputException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        try {
            return new TrustList(number, now, now.plus(Duration.ofDays(days)), read());
        } catch (FieldException | IllegalArgumentException e) {
            throw new InputException(
                    issuers + " 不能签成清单：" + e.getMessage(),
                    issuers + " makes no trust list: " + e.getMessage(),
                    e);
        }
    }

    private List<TrustedIssuer> read() throws FieldException, InputException {
        if (!(JsonReader.read(InputFile.read(issuers)) instanceof Json.Items items)) {
            throw new FieldException("issuers", "a list", "another value");
        }
        List<TrustedIssuer> read = new ArrayList<>();
        for (Json.Members issuer : items.objects("issuers")) {
            read.add(TrustedIssuer.read(issuer));
        }
        read.sort(Comparator.comparingInt(each -> each.issuer().number()));
        return read;
    }
}
