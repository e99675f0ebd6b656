package io.yipiao.network.bench.row;

import io.yipiao.gateway.claim.ShareCalls;
import io.yipiao.gateway.intake.BillPlace;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.ledger.Call;
import io.yipiao.gateway.start.Gateway;
import io.yipiao.network.bench.Contest;
import io.yipiao.network.bench.Goal;
import io.yipiao.network.bench.Line;
import io.yipiao.network.bench.Load;
import io.yipiao.network.bench.Measurement;
import io.yipiao.network.bench.Stage;
import io.yipiao.network.bench.Unit;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.canonical.Sm3;
import io.yipiao.verifier.seal.Suite;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;

/** Claims of disjoint bills that many people make at once, through the whole service. */
final class StampRow implements Measurement {
    private static final int IN_FLIGHT = 150;
    private static final int TOGETHER = 50;
    private static final int BARE_IN_FLIGHT = 4;
    private static final byte[] NOTHING = {};

    private final Claimants claimants;

    StampRow(Claimants claimants) {
        this.claimants = claimants;
    }

    @Override
    public String id() {
        return "stamp";
    }

    @Override
    public List<Line> measure(Stage stage) throws Exception {
        int runs = stage.scale().runs();
        int claims = stage.scale().of(150, 900, 4_000);
        int singles = stage.scale().of(50, 200, 400);
        Iterator<Claimable> claimables =
                claimants.prepare(stage, Suite.SM2, (runs + 1) * (2 * claims + singles)).iterator();
        Gateway gateway = stage.gateway();
        BareCalls bare = new BareCalls(stage.bare());
        return List.of(
                new Contest()
                        .with(
                                "ours",
                                Unit.PER_SECOND,
                                run -> claimed(gateway, take(claimables, claims)))
                        .with(
                                "one transaction a claim",
                                Unit.PER_SECOND,
                                run -> stamped(gateway, take(claimables, singles)))
                        .with(
                                "the ledger's part alone, 50 together",
                                Unit.PER_SECOND,
                                run -> stampedTogether(gateway, take(claimables, claims)))
                        .with(
                                "bare transactions of 50",
                                Unit.PER_SECOND,
                                run -> {
                                    Callable<?> one =
                                            () -> {
                                                bare.put(TOGETHER, NOTHING);
                                                return NOTHING;
                                            };
                                    return Load.of(
                                                    BARE_IN_FLIGHT,
                                                    Collections.nCopies(2 * claims / TOGETHER, one))
                                            .rate(2 * claims);
                                })
                        .line(
                                "stamp",
                                "claims stamped and proved, disjoint bills",
                                runs,
                                Goal.of(400, "≥ 0.80 × the second")));
    }

    private static List<Claimable> take(Iterator<Claimable> from, int count) {
        List<Claimable> taken = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            taken.add(from.next());
        }
        return taken;
    }

    private static double claimed(Gateway gateway, List<Claimable> claimables) throws Exception {
        List<Callable<?>> work = new ArrayList<>();
        for (Claimable next : claimables) {
            work.add(() -> next.claim(gateway));
        }
        return Load.of(IN_FLIGHT, work).rate(claimables.size());
    }

    /** The ledger's part alone, each in a transaction of its own. */
    private static double stamped(Gateway gateway, List<Claimable> claimables) throws Exception {
        List<Callable<?>> work = new ArrayList<>();
        for (Call call : calls(gateway, claimables)) {
            work.add(() -> submitted(gateway, call));
        }
        return Load.of(IN_FLIGHT, work).rate(claimables.size());
    }

    private static double stampedTogether(Gateway gateway, List<Claimable> claimables)
            throws Exception {
        List<Call> calls = calls(gateway, claimables);
        List<Callable<?>> work = new ArrayList<>();
        for (int i = 0; i < calls.size(); i += TOGETHER) {
            Call call = Call.together(calls.subList(i, Math.min(i + TOGETHER, calls.size())));
            work.add(() -> submitted(gateway, call));
        }
        return Load.of(BARE_IN_FLIGHT, work).rate(claimables.size());
    }

    private static Call submitted(Gateway gateway, Call call) throws Exception {
        BareCalls.submit(gateway.ledger(), call);
        return call;
    }

    private static List<Call> calls(Gateway gateway, List<Claimable> claimables) {
        Bills bills = new Bills(gateway.database(), gateway.secrets().personal());
        List<Call> calls = new ArrayList<>();
        for (Claimable next : claimables) {
            BillPlace bill = bills.place(next.bill()).orElseThrow();
            String claim = "BENCH-" + UUID.randomUUID().toString().substring(0, 18);
            calls.add(
                    new ShareCalls("basic", claim, 1)
                            .holdAndStamp(
                                    bill,
                                    new Fen(100),
                                    Sm3.of(claim.getBytes(StandardCharsets.US_ASCII))));
        }
        return calls;
    }
}
