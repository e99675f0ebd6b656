package io.yipiao.network.bench.row;

import io.yipiao.network.bench.Goal;
import io.yipiao.network.bench.Line;
import io.yipiao.network.bench.Load;
import io.yipiao.network.bench.Measurement;
import io.yipiao.network.bench.Series;
import io.yipiao.network.bench.Stage;
import io.yipiao.network.bench.Unit;
import io.yipiao.verifier.seal.Suite;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Verifying and claiming while the tables hold more and more bills. */
final class FlatRow implements Measurement {
    private final Claimants claimants;

    FlatRow(Claimants claimants) {
        this.claimants = claimants;
    }

    @Override
    public String id() {
        return "flat";
    }

    @Override
    public List<Line> measure(Stage stage) throws Exception {
        List<Integer> sizes =
                switch (stage.scale()) {
                    case SMALL -> List.of(5_000, 50_000);
                    case USUAL -> List.of(100_000, 1_000_000);
                    case FULL -> List.of(100_000, 1_000_000, 10_000_000);
                };
        Filler filler = new Filler(stage.gateway().database());
        List<Series> verified = new ArrayList<>();
        List<Series> claimed = new ArrayList<>();
        for (int size : sizes) {
            stage.tell("%,d bills".formatted(size));
            filler.fillTo(size);
            String label = "%,d bills".formatted(size);
            verified.add(new Series(label, Unit.MILLISECONDS, verified(stage)));
            claimed.add(new Series(label, Unit.MILLISECONDS, claimed(stage)));
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 1; i < sizes.size(); i++) {
            lines.add(line("verify", verified, i));
            lines.add(line("claim", claimed, i));
        }
        return lines;
    }

    private static Line line(String what, List<Series> series, int place) {
        return new Line(
                "flat-" + what + "-" + place,
                what + " at " + series.get(place).label() + ", p50",
                series.get(place),
                List.of(series.getFirst()),
                Goal.ratio(1.3, "≤ 1.2 ×"));
    }

    private List<Double> verified(Stage stage) throws Exception {
        List<Claimable> bills = claimants.prepare(stage, Suite.SM2, 20);
        int count = stage.scale().of(300, 1_000, 4_000);
        List<Double> medians = new ArrayList<>();
        try (Verifying verifying = new Verifying(stage.gateway().address(), bills, 1)) {
            verifying.run(count);
            for (int run = 0; run < stage.scale().runs(); run++) {
                medians.add(verifying.run(count).millis(0.5));
            }
        }
        return medians;
    }

    private List<Double> claimed(Stage stage) throws Exception {
        int claims = stage.scale().of(5, 20, 50);
        List<Double> medians = new ArrayList<>();
        for (int run = 0; run < stage.scale().runs(); run++) {
            List<Callable<?>> work = new ArrayList<>();
            for (Claimable next : claimants.prepare(stage, Suite.SM2, claims)) {
                work.add(() -> next.claim(stage.gateway()));
            }
            medians.add(Load.of(1, work).millis(0.5));
        }
        return medians;
    }
}
