package io.yipiao.gateway.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.verdict.RefusalCode;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Many at once, through two gateways: what must never happen does not. */
public abstract class LedgerRacesContract {
    private static final boolean LONG = Boolean.getBoolean("yipiao.long");
    private static final int CLAIMS = 200;

    /** Of a race that is run 200 times, after the first. */
    private static final int FEWER_CLAIMS = 20;

    private static final int ROUNDS = LONG ? 200 : 1;
    private static final int REVERSALS = LONG ? 200 : 20;

    /** Two gateways' ways to one ledger, the same for all tests of a class. */
    protected abstract List<LedgerClient> gateways();

    protected abstract TestChannel channel();

    @Test
    public void of_two_hundred_claims_of_one_bill_one_is_stamped() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            int claims = claims(round);
            Opening bill = channel().anchoredBill(10_000);
            List<Call> calls =
                    IntStream.range(0, claims)
                            .mapToObj(i -> channel().holdAndStamp(bill, "basic", "C" + i, 10_000))
                            .toList();
            List<Optional<RefusalCode>> outcomes = carryOut(calls);
            assertEquals(1, outcomes.stream().filter(Optional::isEmpty).count());
            assertEquals(
                    claims - 1,
                    outcomes.stream().filter(Optional.of(RefusalCode.OCCUPIED)::equals).count());
        }
    }

    private static int claims(int round) {
        return round == 0 ? CLAIMS : FEWER_CLAIMS;
    }

    @Test
    public void of_claims_by_four_payers_that_ask_for_two_fifths_each_two_are_stamped()
            throws Exception {
        List<String> payers = List.of("basic", "serious", "assistance", "commercial");
        Set<RefusalCode> reasons = Set.of(RefusalCode.OCCUPIED, RefusalCode.EXCEEDED);
        for (int round = 0; round < ROUNDS; round++) {
            Opening bill = channel().anchoredBill(10_000);
            List<Call> calls =
                    IntStream.range(0, claims(round))
                            .mapToObj(i ->
                                    channel().holdAndStamp(bill, payers.get(i % 4), "C" + i, 4_000))
                            .toList();
            List<Optional<RefusalCode>> outcomes = carryOut(calls);
            assertEquals(2, outcomes.stream().filter(Optional::isEmpty).count());
            assertTrue(outcomes.stream().flatMap(Optional::stream).allMatch(reasons::contains));
        }
    }

    @Test
    public void a_stamp_that_races_a_reversal_is_never_left_standing() throws Exception {
        for (int round = 0; round < REVERSALS; round++) {
            Opening bill = channel().anchoredBill(10_000);
            Settled held = channel().settle(channel().hold(bill, "basic", "C1", 4_000));
            String index = TestChannel.first(held.answer(), "index");
            Opening red = channel().issuer().redBill(bill);
            channel().anchor(List.of(red));
            List<Optional<RefusalCode>> outcomes =
                    carryOut(
                            List.of(
                                    channel().stamp(index, "basic", "C1", 4_000),
                                    channel().reverse(red)));
            assertEquals(Optional.empty(), outcomes.getLast());
            String expected = outcomes.getFirst().isEmpty() ? "RECOVERING" : "RELEASED";
            assertTrue(settledBill(index).contains("\"state\":\"" + expected + "\""));
        }
    }

    /** What becomes of each call, all at once, each proposed until it is settled or refused. */
    private List<Optional<RefusalCode>> carryOut(List<Call> calls) throws Exception {
        List<Callable<Optional<RefusalCode>>> work = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            LedgerClient ledger = gateways().get(i % gateways().size());
            Call call = calls.get(i);
            work.add(() -> carryOut(ledger, call));
        }
        List<Optional<RefusalCode>> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Optional<RefusalCode>> outcome : threads.invokeAll(work)) {
                outcomes.add(outcome.get());
            }
        }
        return outcomes;
    }

    /** Others win meanwhile, so it ends. */
    private static Optional<RefusalCode> carryOut(LedgerClient ledger, Call call) {
        try {
            new Proposals(ledger).settle(call, endorsed -> {});
            return Optional.empty();
        } catch (Refused refusal) {
            return Optional.of(refusal.code());
        } catch (RaceLost e) {
            return carryOut(ledger, call);
        }
    }

    /** The bill's value once every peer holds it: what two endorse is no peer's past. */
    private String settledBill(String index) throws Refused {
        Call status = Call.of(Caller.INTAKE, "status").with(Json.texts(List.of(index)));
        return new String(gateways().getFirst().prove(status).answer(), UTF_8);
    }
}
