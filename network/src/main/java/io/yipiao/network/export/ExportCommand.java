package io.yipiao.network.export;

import io.yipiao.gateway.ledger.Organisation;
import io.yipiao.gateway.ledger.fabric.FabricLedger;
import io.yipiao.verifier.audit.ExportManifest;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

/** The Java half of {@code network/fabric export}: asks one organisation's peer for its blocks. */
@Command(name = "network/fabric export")
public final class ExportCommand implements Callable<Integer> {
    @Spec private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Parameters(paramLabel = "ORGANISATION", description = "insurance, hospital or finance")
    private String organisation = "";

    @Parameters(paramLabel = "FILE", description = "where the blocks go")
    private Path file = Path.of("");

    @Option(names = "--client", required = true, description = "the network's client.json")
    private Path client = Path.of("");

    @Option(names = "--last", description = "the last block's number; default: all there are")
    private Optional<Long> last = Optional.empty();

    /** Ends with 0, or tells what is wrong and ends with another number. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ExportCommand()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        Organisation from = organisation();
        try (FabricLedger ledger = FabricLedger.open(client, from)) {
            long height = height(ledger.height());
            write(ledger, height);
            byte[] manifest = new ExportManifest(ledger.channel(), from.msp(), height - 1).bytes();
            Files.write(beside(".json"), manifest);
            System.out.printf(
                    "fabric: blocks 0 to %d of %s are in %s%n", height - 1, from.msp(), file);
            return 0;
        }
    }

    private Organisation organisation() {
        try {
            return Organisation.valueOf(organisation.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(), "no organisation " + organisation + " is known");
        }
    }

    private long height(long height) {
        long wanted = last.orElse(height - 1) + 1;
        if (wanted < 1 || wanted > height) {
            throw new ParameterException(
                    spec.commandLine(), "the peer's last block is " + (height - 1));
        }
        return wanted;
    }

    /** A file of this name is whole: it gets its name once all blocks are in it. */
    private void write(FabricLedger ledger, long height) throws IOException {
        Path unfinished = beside(".part");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
            ledger.copyBlocks(height, out);
        }
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path beside(String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }
}
