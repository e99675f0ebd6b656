package io.yipiao.network.bench.row;

import io.yipiao.gateway.demo.Hospital;
import io.yipiao.gateway.ledger.Call;
import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.start.Gateway;
import io.yipiao.network.bench.Contest;
import io.yipiao.network.bench.Goal;
import io.yipiao.network.bench.Line;
import io.yipiao.network.bench.Load;
import io.yipiao.network.bench.Measurement;
import io.yipiao.network.bench.Series;
import io.yipiao.network.bench.Stage;
import io.yipiao.network.bench.Unit;
import io.yipiao.verifier.bill.Issuer;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.seal.Suite;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Bills anchored a second, and what they leave on the ledger. */
final class AnchorRow implements Measurement {
    private static final int BATCH = 5_000;

    /** Bills that a hospital of Quzhou issues a year: what it would send at once. */
    private static final int SMALL_BATCH = 118;

    private static final int IN_FLIGHT = 4;
    private static final int SINGLES_IN_FLIGHT = 200;
    private static final Issuer ISSUER = new Issuer(9_001, "H99030000901", "样本城登记医院");

    @Override
    public String id() {
        return "anchor";
    }

    @Override
    public List<Line> measure(Stage stage) throws Exception {
        Gateway gateway = stage.gateway();
        BareCalls bare = new BareCalls(stage.bare());
        Hospital hospital = Hospital.withNewKeys(ISSUER.number(), Suite.SM2);
        Enrolments.enrol(gateway, Map.of(ISSUER, hospital));
        DrawnBatches batches = new DrawnBatches(hospital);
        LedgerClient ledger = gateway.ledger();
        int bills = stage.scale().of(60_000, 240_000, 960_000);
        int singles = stage.scale().of(60, 300, 1_000);
        int runs = stage.scale().runs();
        Line rate =
                new Contest()
                        .with(
                                "ours",
                                Unit.PER_SECOND,
                                run -> anchored(ledger, batches, bills, BATCH))
                        .with(
                                "one transaction a bill",
                                Unit.PER_SECOND,
                                run -> anchored(ledger, batches, singles))
                        .with("bare batches of 5,000", Unit.PER_SECOND, run -> carried(bare, bills))
                        .line(
                                "anchor",
                                "bills anchored",
                                runs,
                                Goal.of(25_000, "500 × the first, ≥ 0.80 × the second"));
        List<Line> lines = new ArrayList<>(List.of(rate));
        LedgerSize size = new LedgerSize(stage.network().folder());
        lines.addAll(growth(size, ledger, batches, bills / 2, BATCH, runs));
        lines.addAll(growth(size, ledger, batches, bills / 4, SMALL_BATCH, runs));
        return lines;
    }

    private static double anchored(LedgerClient ledger, DrawnBatches batches, int bills, int size)
            throws Exception {
        List<Callable<?>> work = new ArrayList<>();
        for (Call call : batches.calls(bills, size)) {
            work.add(() -> {
                BareCalls.submit(ledger, call);
                return call;
            });
        }
        return Load.of(IN_FLIGHT, work).rate(bills);
    }

    private static double anchored(LedgerClient ledger, DrawnBatches batches, int bills)
            throws Exception {
        List<Callable<?>> work = new ArrayList<>();
        for (int i = 0; i < bills; i++) {
            Call call = batches.calls(1, 1).getFirst();
            work.add(() -> {
                BareCalls.submit(ledger, call);
                return call;
            });
        }
        return Load.of(SINGLES_IN_FLIGHT, work).rate(bills);
    }

    private static double carried(BareCalls bare, int bills) throws Exception {
        byte[] leaves = new byte[BATCH * Digest.LENGTH];
        Callable<?> one =
                () -> {
                    bare.put(1, leaves);
                    return leaves;
                };
        return Load.of(IN_FLIGHT, Collections.nCopies(bills / BATCH, one)).rate(bills);
    }

    private static List<Line> growth(
            LedgerSize size,
            LedgerClient ledger,
            DrawnBatches batches,
            int bills,
            int batch,
            int runs)
            throws Exception {
        List<Double> blocks = new ArrayList<>();
        List<Double> state = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            long blocksBefore = size.blocks();
            long stateBefore = size.state();
            anchored(ledger, batches, bills, batch);
            blocks.add((size.blocks() - blocksBefore) / (double) bills);
            state.add(Math.max(0, size.state() - stateBefore) / (double) bills);
        }
        Series leaves = new Series("the fingerprints", Unit.BYTES, Collections.nCopies(runs, 32.0));
        String title = " a bill, batches of %,d".formatted(batch);
        return List.of(
                new Line(
                        "blocks-" + batch,
                        "block bytes" + title,
                        new Series("ours", Unit.BYTES, blocks),
                        List.of(leaves),
                        Goal.of(50, "≤ 40 B")),
                new Line(
                        "state-" + batch,
                        "state bytes" + title,
                        new Series("ours", Unit.BYTES, state),
                        List.of(),
                        Goal.of(18, "≤ 8 B")));
    }
}
