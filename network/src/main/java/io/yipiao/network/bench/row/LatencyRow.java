package io.yipiao.network.bench.row;

import io.yipiao.gateway.demo.Api;
import io.yipiao.network.bench.Contest;
import io.yipiao.network.bench.Goal;
import io.yipiao.network.bench.Line;
import io.yipiao.network.bench.Load;
import io.yipiao.network.bench.Measurement;
import io.yipiao.network.bench.Series;
import io.yipiao.network.bench.Stage;
import io.yipiao.network.bench.Unit;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.seal.Suite;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;

/** An automatic claim over HTTP, one after the other: from the tap to the stamp and its proof. */
final class LatencyRow implements Measurement {
    private static final byte[] NOTHING = {};

    private final Claimants claimants;

    LatencyRow(Claimants claimants) {
        this.claimants = claimants;
    }

    @Override
    public String id() {
        return "claim";
    }

    @Override
    public List<Line> measure(Stage stage) throws Exception {
        int runs = stage.scale().runs();
        int claims = stage.scale().of(8, 40, 200);
        Iterator<Claimable> claimables =
                claimants.prepare(stage, Suite.SM2, (runs + 1) * claims).iterator();
        URI address = stage.gateway().address();
        BareCalls bare = new BareCalls(stage.bare());
        List<Double> tails = new ArrayList<>();
        List<Double> bareTails = new ArrayList<>();
        List<Series> medians =
                new Contest()
                        .with(
                                "ours",
                                Unit.MILLISECONDS,
                                run -> {
                                    List<Callable<?>> work = new ArrayList<>();
                                    for (int i = 0; i < claims; i++) {
                                        Claimable next = claimables.next();
                                        work.add(() -> claimed(address, next));
                                    }
                                    return median(Load.of(1, work), run, tails);
                                })
                        .with(
                                "one bare transaction",
                                Unit.MILLISECONDS,
                                run -> {
                                    Callable<?> one =
                                            () -> {
                                                bare.put(1, NOTHING);
                                                return NOTHING;
                                            };
                                    return median(
                                            Load.of(1, Collections.nCopies(claims, one)),
                                            run,
                                            bareTails);
                                })
                        .run(runs);
        Series tail = new Series("ours", Unit.MILLISECONDS, tails);
        Series bareTail = new Series("one bare transaction", Unit.MILLISECONDS, bareTails);
        return List.of(
                new Line(
                        "claim-p50",
                        "automatic claim, tap → stamped and proved, p50",
                        medians.getFirst(),
                        medians.subList(1, 2),
                        Goal.of(500, "≤ 1.3 × bare")),
                new Line(
                        "claim-p99",
                        "the same, p99",
                        tail,
                        List.of(bareTail),
                        Goal.of(1_200, "≤ 1.3 × bare")));
    }

    private static double median(Load load, int run, List<Double> tails) {
        if (run > 0) {
            tails.add(load.millis(0.99));
        }
        return load.millis(0.5);
    }

    /** A claim that is not proved when it is answered did not count. */
    private static String claimed(URI address, Claimable claimable) {
        Json.Members claim = Json.object().put("billId", claimable.bill().toString()).end();
        Api.Reply reply =
                new Api(address, Optional.of(claimable.token()))
                        .post("/api/v1/claims", claim, UUID.randomUUID().toString())
                        .expect(201);
        if (!reply.text().contains("\"PROVED\"")) {
            throw new IllegalStateException("the claim was answered " + reply);
        }
        return reply.text();
    }
}
