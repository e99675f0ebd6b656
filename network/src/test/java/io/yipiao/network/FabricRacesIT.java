package io.yipiao.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.ledger.Call;
import io.yipiao.gateway.ledger.Caller;
import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.Organisation;
import io.yipiao.gateway.ledger.Proposals;
import io.yipiao.gateway.ledger.RaceLost;
import io.yipiao.gateway.ledger.Refused;
import io.yipiao.gateway.ledger.TestChannel;
import io.yipiao.gateway.ledger.TestIssuer;
import io.yipiao.gateway.ledger.fabric.FabricLedger;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;
import io.yipiao.verifier.verdict.RefusalCode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Contenders for one bill on the real network, through two gateways' clients. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FabricRacesIT {
    private static final int CONTENDERS = 200;
    private static final int ROUNDS = 20;
    private static final long CLAIMABLE = 100_000;
    private static final String RESULT = "ab".repeat(32);
    private static final List<String> PAYERS =
            List.of("basic", "serious", "assistance", "commercial");

    private LedgerClient first;
    private LedgerClient second;
    private TestChannel channel;

    /** How one contender fared. */
    private enum Fate {
        WON,
        OCCUPIED,
        EXCEEDED,
        RACE_LOST
    }

    @BeforeAll
    void open() {
        first = FabricLedger.open(TestNetwork.shared().clientFile(), Organisation.INSURANCE);
        second = FabricLedger.open(TestNetwork.shared().clientFile(), Organisation.INSURANCE);
        channel = new TestChannel(first);
    }

    @AfterAll
    void close() {
        first.close();
        second.close();
    }

    @Test
    void two_hundred_claims_of_one_bill_end_in_exactly_one_stamp() throws Exception {
        Opening bill = channel.anchoredBill(CLAIMABLE);
        List<Callable<Fate>> contenders = new ArrayList<>();
        for (int i = 0; i < CONTENDERS; i++) {
            Call call = holdAndStamp(bill, "basic", "CLAIM-" + i, CLAIMABLE);
            LedgerClient gateway = i % 2 == 0 ? first : second;
            contenders.add(() -> contend(gateway, call));
        }

        List<Fate> fates = all(contenders);

        assertEquals(1, fates.stream().filter(Fate.WON::equals).count());
        assertTrue(
                fates.stream()
                        .allMatch(f -> f == Fate.WON || f == Fate.OCCUPIED || f == Fate.RACE_LOST));
        assertEquals(List.of("STAMPED"), shares(index(bill)));
    }

    @Test
    void four_payers_who_each_ask_forty_percent_end_in_exactly_two_stamps() throws Exception {
        Opening bill = channel.anchoredBill(CLAIMABLE);
        List<Callable<Fate>> contenders = new ArrayList<>();
        for (int i = 0; i < CONTENDERS; i++) {
            String payer = PAYERS.get(i % PAYERS.size());
            Call call = holdAndStamp(bill, payer, "CLAIM-" + i, CLAIMABLE * 4 / 10);
            LedgerClient gateway = i / PAYERS.size() % 2 == 0 ? first : second;
            contenders.add(() -> contend(gateway, call));
        }

        List<Fate> fates = all(contenders);

        assertEquals(2, fates.stream().filter(Fate.WON::equals).count());
        assertEquals(List.of("STAMPED", "STAMPED"), shares(index(bill)));
    }

    @Test
    void a_reversal_that_races_a_stamp_never_leaves_it_stamped() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Opening bill = channel.anchoredBill(CLAIMABLE);
            Opening red = channel.issuer().redBill(bill);
            channel.anchor(List.of(red));
            String index =
                    TestChannel.first(
                            channel.settle(channel.hold(bill, "basic", "CLAIM-1", CLAIMABLE))
                                    .answer(),
                            "index");
            Call stamp = stamp(index);
            Call reversal = channel.reverse(red);

            all(List.of(() -> contend(first, stamp), () -> contend(second, reversal)));

            // Whoever of the two gave up its races, the hospital's fact is brought again.
            channel.settle(channel.reverse(red));
            String share = shares(index).getFirst();
            assertTrue(List.of("RELEASED", "RECOVERING").contains(share), round + ": " + share);
        }
    }

    private static Fate contend(LedgerClient gateway, Call call) {
        try {
            new Proposals(gateway).settle(call, endorsed -> {});
            return Fate.WON;
        } catch (RaceLost e) {
            return Fate.RACE_LOST;
        } catch (Refused e) {
            return e.code() == RefusalCode.EXCEEDED ? Fate.EXCEEDED : Fate.OCCUPIED;
        }
    }

    private static List<Fate> all(List<Callable<Fate>> contenders)
            throws InterruptedException, ExecutionException {
        List<Fate> fates = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Fate> fate : threads.invokeAll(contenders)) {
                fates.add(fate.get());
            }
        }
        return fates;
    }

    private Call holdAndStamp(Opening bill, String payer, String claim, long fen) {
        Json item =
                TestIssuer.opening(channel.issuer().batch(List.of(bill)), 0)
                        .put("payer", payer)
                        .put("claim", claim)
                        .put("n", 1)
                        .put("fen", fen)
                        .put("result", RESULT)
                        .end();
        return Call.of(Caller.claims(payer), "holdAndStamp")
                .with(new Json.Items(List.of(item)))
                .withSecret("open/0", bill.bytes());
    }

    private static Call stamp(String index) {
        Json item =
                Json.object()
                        .put("index", index)
                        .put("payer", "basic")
                        .put("claim", "CLAIM-1")
                        .put("n", 1)
                        .put("fen", CLAIMABLE)
                        .put("result", RESULT)
                        .end();
        return Call.of(Caller.claims("basic"), "stamp").with(new Json.Items(List.of(item)));
    }

    private String index(Opening bill) throws Refused, FieldException {
        byte[] identity = io.yipiao.verifier.fingerprint.IdentityBytes.of(bill.core().id());
        Call call = Call.of(Caller.INTAKE, "indexes").withSecret("identities", identity);
        Json.Items answer = (Json.Items) JsonReader.read(first.evaluate(call));
        return answer.texts("indexes").getFirst();
    }

    private List<String> shares(String index) throws Refused, FieldException {
        Call call = Call.of(Caller.INTAKE, "status").with(Json.texts(List.of(index)));
        Json.Items answer = (Json.Items) JsonReader.read(first.evaluate(call));
        List<String> states = new ArrayList<>();
        for (Json.Members share :
                answer.objects("status").getFirst().items("shares").objects("shares")) {
            states.add(share.text("state"));
        }
        return states;
    }
}
