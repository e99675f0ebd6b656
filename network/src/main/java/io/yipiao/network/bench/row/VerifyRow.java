package io.yipiao.network.bench.row;

import io.yipiao.network.bench.Contest;
import io.yipiao.network.bench.Goal;
import io.yipiao.network.bench.Line;
import io.yipiao.network.bench.Load;
import io.yipiao.network.bench.Measurement;
import io.yipiao.network.bench.Series;
import io.yipiao.network.bench.Stage;
import io.yipiao.network.bench.Unit;
import io.yipiao.verifier.seal.IssuerKey;
import io.yipiao.verifier.seal.Seal;
import io.yipiao.verifier.seal.SealPrivateKey;
import io.yipiao.verifier.seal.SealPublicKey;
import io.yipiao.verifier.seal.Suite;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;

/** Verifications over HTTP, for each suite of seals, beside its signature check alone. */
final class VerifyRow implements Measurement {
    private static final int CLIENTS = 16;

    private final Claimants claimants;

    VerifyRow(Claimants claimants) {
        this.claimants = claimants;
    }

    @Override
    public String id() {
        return "verify";
    }

    @Override
    public List<Line> measure(Stage stage) throws Exception {
        List<Line> lines = new ArrayList<>();
        for (Suite suite : Suite.values()) {
            lines.addAll(measure(stage, suite));
        }
        return lines;
    }

    private List<Line> measure(Stage stage, Suite suite) throws Exception {
        int count = stage.scale().of(1_500, 8_000, 40_000);
        int runs = stage.scale().runs();
        List<Claimable> bills = claimants.prepare(stage, suite, stage.scale().of(50, 200, 1_000));
        List<Double> tails = new ArrayList<>();
        try (Verifying verifying = new Verifying(stage.gateway().address(), bills, CLIENTS)) {
            verifying.run(count);
            Line rate =
                    new Contest()
                            .with(
                                    "ours",
                                    Unit.PER_SECOND,
                                    run -> {
                                        Load load = verifying.run(count);
                                        if (run > 0) {
                                            tails.add(load.millis(0.99));
                                        }
                                        return load.rate(count);
                                    })
                            .with(
                                    "bare signature check",
                                    Unit.PER_SECOND,
                                    run -> checked(suite, count))
                            .line(
                                    "verify-" + suite,
                                    "verifications over HTTP, " + suite,
                                    runs,
                                    Goal.of(1_500, "3,000/s"));
            Line tail =
                    new Line(
                            "verify-p99-" + suite,
                            "the same, p99 with " + CLIENTS + " clients",
                            new Series("ours", Unit.MILLISECONDS, tails),
                            List.of(),
                            Goal.of(50, "20 ms"));
            return List.of(rate, tail);
        }
    }

    /** One thread a core. */
    private static double checked(Suite suite, int count) throws Exception {
        SealPrivateKey key =
                SealPrivateKey.generate(suite, IssuerKey.standardUserId(), new SecureRandom());
        SealPublicKey open = key.publicKey();
        byte[] message =
                "a bill's fingerprint and what stands around it"
                        .getBytes(StandardCharsets.US_ASCII);
        Seal seal = key.sign(message);
        int cores = Runtime.getRuntime().availableProcessors();
        Callable<?> share =
                () -> {
                    for (int i = 0; i < count / cores; i++) {
                        open.check(message, seal);
                    }
                    return seal;
                };
        return Load.of(cores, Collections.nCopies(cores, share)).rate(count);
    }
}
