package io.yipiao.chaincode.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.yipiao.chaincode.fixture.Call;
import io.yipiao.chaincode.fixture.Callers;
import io.yipiao.chaincode.fixture.Channel;
import io.yipiao.chaincode.fixture.Item;
import io.yipiao.chaincode.fixture.MemoryLedger;
import io.yipiao.chaincode.fixture.SealedBatch;
import io.yipiao.chaincode.fixture.Transcript;
import io.yipiao.chaincode.fixture.Visits;
import io.yipiao.chaincode.fixture.Visits.Kind;
import io.yipiao.chaincode.fixture.Visits.Visit;
import io.yipiao.chaincode.state.Caller;
import io.yipiao.chaincode.state.Refusal;
import io.yipiao.verifier.fingerprint.IdentityBytes;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.seal.Suite;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Two endorsers must come to the same. Every function is called, accepted and refused; another Java
 * machine simulates the same calls, and must read and write the same keys, versions and bytes.
 */
class TwoMachinesTest {
    private final Channel channel = new Channel();

    TwoMachinesTest() throws Exception {}

    @Test
    void read_and_write_the_same(@TempDir Path folder) throws Exception {
        callEveryFunction();
        visitManyBills();
        assertEquals(Set.of(), missing(), "functions that were never accepted");
        Path calls = folder.resolve("calls");
        Transcript.write(channel.ledger(), calls);
        assertEquals(Transcript.reports(channel.ledger()), reportsOfAnotherMachine(calls));
    }

    private static String reportsOfAnotherMachine(Path calls) throws Exception {
        Process machine =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Transcript.class.getName(),
                                calls.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String reports = new String(machine.getInputStream().readAllBytes(), UTF_8);
        assertEquals(0, machine.waitFor());
        return reports;
    }

    private void visitManyBills() throws Exception {
        Random random = new Random(20260302);
        List<Kind> kinds = List.of(Kind.values());
        for (int number = 100; number < 120; number++) {
            Visits bill = new Visits(channel, number);
            for (int i = 0; i < 40; i++) {
                bill.propose(
                        new Visit(
                                kinds.get(random.nextInt(kinds.size())),
                                random.nextInt(6),
                                random.nextInt(2),
                                1 + random.nextInt(2),
                                1 + random.nextInt((int) Visits.CLAIMABLE)));
            }
        }
    }

    private void callEveryFunction() throws Exception {
        Opening first = channel.hospital().bill(1, 1000);
        Opening second = channel.hospital().bill(2, 2000);
        SealedBatch batch = channel.anchor(channel.hospital(), first, second);
        Caller basic = Callers.claims("basic");
        propose(
                basic,
                Item.call(
                        "hold",
                        Item.hold(batch, 0, "basic", "C1", 1, 1001),
                        Item.hold(batch, 1, "basic", "C2", 1, 2000)));
        propose(basic, Item.call("stamp", Item.stamp(channel.index(second), "basic", "C2", 1, 9)));
        Item third = Item.hold(batch, 0, "basic", "C3", 1, 1000);
        propose(basic, Item.call("hold", third));
        propose(basic, Item.call("release", Item.release(channel.index(first), "basic", "C3", 1)));
        callOnWhatIsStamped(second);
        Caller anybody = Callers.nobody(Callers.HOSPITAL);
        propose(anybody, Call.of("status").with(Json.texts(List.of(channel.index(second)))));
        propose(anybody, Call.of("prove").with(channel.index(second)).with("basic").with("C2"));
        propose(anybody, Call.of("history").with("bill/" + channel.index(second)));
        propose(
                anybody,
                Call.of("indexes").withSecret("identities", IdentityBytes.of(first.core().id())));
        propose(anybody, Call.of("pending").with("0".repeat(64)));
        propose(anybody, Call.of("hold").with("[]"));
        Json.Members key = Json.object().put("issuer", 2).put("keySeq", 1).end();
        propose(Callers.admin(Callers.FINANCE), Call.of("suspendKey").with(key));
        channel.confirmed("enrolIssuer", channel.neighbour().enrolment());
        propose(Callers.admin(Callers.FINANCE), Call.of("revokeKey").with(key));
        channel.openSeries("26", 1, 9_999, 1);
        channel.hospital().addKey(Suite.ES256);
        propose(
                Callers.intake(Callers.HOSPITAL),
                Call.of("rotateKey").with(channel.hospital().rotation(1, 2)));
    }

    private void callOnWhatIsStamped(Opening bill) throws Exception {
        Caller basic = Callers.claims("basic");
        String index = channel.index(bill);
        propose(basic, Item.call("amend", Item.stamp(index, "basic", "C2", 1, 900)));
        propose(basic, Item.call("revoke", Item.revoke(index, "basic", "C2", 1, 300)));
        propose(basic, Item.call("recover", Item.recover(index, "basic", "C2", 1, 9, "REPAID")));
        channel.confirmed("writeOff", Item.writeOff(index, "basic", "C2", 1, 10));
        Opening replacing = channel.hospital().replacing(4, bill, 1500);
        SealedBatch batch = channel.anchor(channel.hospital().red(3, bill));
        channel.reverse(batch);
        batch = channel.anchor(replacing);
        propose(basic, Item.call("net", Item.net(batch, 0, "basic", "C2", 1, 500)));
        channel.exchange(channel.anchor(channel.hospital().paper(1, replacing)));
        Caller commercial = Callers.claims("commercial");
        propose(commercial, Item.call("attest", Item.attest(batch, 0, "commercial", "C5", 1)));
    }

    private void propose(Caller caller, Call call) {
        try {
            channel.ledger().submit(caller, call);
        } catch (Refusal refusal) {
            assertTrue(refusal.sentence().length() > 1);
        }
    }

    private Set<String> missing() {
        Set<String> missing = new HashSet<>(Functions.ALL.stream().map(Function::name).toList());
        for (MemoryLedger.Proposed proposed : channel.ledger().proposed()) {
            if (proposed.report().startsWith("{")
                    || proposed.report().startsWith("[")
                    || proposed.report().startsWith("null")) {
                missing.remove(proposed.call().function());
            }
        }
        return missing;
    }
}
