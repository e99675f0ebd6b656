package io.yipiao.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.demo.Api;
import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.Organisation;
import io.yipiao.gateway.ledger.fabric.FabricLedger;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.reader.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/**
 * A gateway dies between the ledger's answer and its own record where no envelope is stored, as the
 * same may be asked again: a conflict that it tells of, a write-off that it asks for. It takes the
 * time of four starts, so only the long runs do it.
 */
class FabricLateKillIT {
    private final TestHospital hospital = new TestHospital();

    @TempDir private Path data;

    @Test
    void what_was_told_or_asked_right_before_a_death_is_told_and_asked_again_and_counts_once()
            throws Exception {
        assumeTrue(Boolean.getBoolean("yipiao.long"), "a long run");
        FabricNetwork network = TestNetwork.shared();
        try (MortalGateway gateway = new MortalGateway(network, data, hospital.issuer());
                LedgerClient ledger =
                        FabricLedger.open(network.clientFile(), Organisation.INSURANCE)) {
            LedgerFacts facts = new LedgerFacts(ledger);
            Doors first = gateway.start();
            hospital.enrol(first, network.finance());
            GatewayPair.openAccount(first);
            Bill twice = hospital.visit();
            hospital.anchored(first, twice);
            Bill visit = hospital.visit();
            Counter before = new Counter(first);
            String number = before.claimed(hospital.anchored(first, visit), "PROVED");
            long fen = before.now(number).whole("benefitFen");
            before.revoke(number, fen);
            before.await(number, "RECOVERING");
            gateway.kill();

            byte[] other = hospital.upload(List.of(TestHospital.halfSettled(twice)));
            gateway.dies(
                    "conflict-told",
                    doors -> {},
                    doors -> TestHospital.send(doors, other, "other-content"));
            assertEquals("OPEN", facts.standing(twice.id()).orElseThrow().state());
            gateway.dies("write-off-asked", doors -> {}, doors -> giveUp(doors, number, fen));
            assertEquals(List.of(share(number, fen, "RECOVERING")), facts.shares(visit.id()));

            Counter last = new Counter(gateway.start());
            Await.until(
                    "the conflict",
                    () -> facts.standing(twice.id()).orElseThrow().state().equals("CONFLICT"));
            Await.until("its alarm", () -> last.alarms("CONFLICT").size() == 1);
            giveUp(last.doors(), number, fen);
            WantedBack back = new WantedBack(last, last, number);
            back.confirm(network.finance());
            last.await(number, "WRITTEN_OFF");
            assertEquals(List.of(0L, 0L, fen, 0L, 0L), back.sums());
            assertEquals(List.of(share(number, fen, "WRITTEN_OFF")), facts.shares(visit.id()));
            gateway.stop();
        }
    }

    /** The same each time, under the same key. */
    private static Api.Reply giveUp(Doors doors, String number, long fen) {
        Json.Writer closing =
                Json.object().put("kind", "WRITTEN_OFF").put("fen", fen).put("note", "查无下落");
        return new Counter(doors).settle(Role.SUPERVISOR, number, closing, "given-up");
    }

    private static LedgerFacts.Share share(String number, long fen, String state) {
        return new LedgerFacts.Share("basic", number, fen, state);
    }
}
