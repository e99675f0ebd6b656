package io.yipiao.gateway.ledger.embedded;

import io.yipiao.gateway.ledger.Commit;
import io.yipiao.gateway.ledger.Endorsed;
import io.yipiao.gateway.ledger.TestChannel;
import io.yipiao.verifier.canonical.Hex;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** A process that commits as fast as it can, prints each committed envelope, and is killed. */
final class KilledLedger {
    private KilledLedger() {}

    static Process start(Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledLedger.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    public static void main(String[] arguments) throws Exception {
        EmbeddedLedger ledger = EmbeddedLedger.open(Path.of(arguments[0]), Clock.systemUTC());
        TestChannel channel = new TestChannel(ledger);
        while (true) {
            Endorsed endorsed =
                    ledger.endorse(
                            channel.issuer().anchor(List.of(channel.issuer().sealedBatch(50))));
            if (ledger.submit(endorsed.envelope()) instanceof Commit.Committed) {
                System.out.println(Hex.write(endorsed.envelope()));
            }
        }
    }
}
