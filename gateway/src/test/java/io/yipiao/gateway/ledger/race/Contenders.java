package io.yipiao.gateway.ledger.race;

import io.yipiao.gateway.ledger.Call;
import io.yipiao.gateway.ledger.Endorsed;
import io.yipiao.gateway.ledger.Endorsers;
import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.Proposals;
import io.yipiao.gateway.ledger.RaceLost;
import io.yipiao.gateway.ledger.Refused;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Two clients with different endorsing pairs, who call one after the other or both at once. */
final class Contenders {
    private final LedgerClient first;
    private final LedgerClient second;
    private final AtomicInteger lost = new AtomicInteger();

    Contenders(List<LedgerClient> gateways) {
        this.first = gateways.getFirst();
        this.second = gateways.getLast();
    }

    /** What the first was told, and the second. */
    record Outcomes(String first, String second) {}

    /** How often a contender had to propose anew. */
    int lost() {
        return lost.get();
    }

    /** The first's call is settled before the second's begins. */
    Outcomes inOrder(Call one, Call other) {
        String before = told(first, withHospital(one), endorsed -> {});
        return new Outcomes(before, told(second, withFinance(other), endorsed -> {}));
    }

    /** The second's call is settled before the first's begins. */
    Outcomes inReverse(Call one, Call other) {
        String before = told(second, withFinance(other), endorsed -> {});
        return new Outcomes(told(first, withHospital(one), endorsed -> {}), before);
    }

    /** Both are endorsed, unless they are refused at once, before either is submitted. */
    Outcomes atOnce(Call one, Call other) throws Exception {
        Phaser line = new Phaser(2);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> ours = threads.submit(() -> raced(first, withHospital(one), line));
            Future<String> theirs = threads.submit(() -> raced(second, withFinance(other), line));
            return new Outcomes(ours.get(), theirs.get());
        }
    }

    private String raced(LedgerClient ledger, Call call, Phaser line) {
        AtomicInteger proposed = new AtomicInteger();
        try {
            return told(
                    ledger,
                    call,
                    endorsed -> {
                        if (proposed.getAndIncrement() == 0) {
                            line.arriveAndAwaitAdvance();
                        } else {
                            lost.incrementAndGet();
                        }
                    });
        } finally {
            line.arriveAndDeregister();
        }
    }

    /** Others win meanwhile, so it ends. */
    private static String told(LedgerClient ledger, Call call, Consumer<Endorsed> store) {
        while (true) {
            try {
                byte[] answer = new Proposals(ledger).settle(call, store).answer();
                return RaceGround.plain(Map.of(), new String(answer, StandardCharsets.UTF_8));
            } catch (Refused refusal) {
                return "refused: " + refusal.code();
            } catch (RaceLost e) {
                // Proposed anew.
            }
        }
    }

    private static Call withHospital(Call call) {
        return call.endorsedBy(Endorsers.WITH_HOSPITAL);
    }

    private static Call withFinance(Call call) {
        return call.endorsedBy(Endorsers.WITH_FINANCE);
    }
}
