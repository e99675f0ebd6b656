package io.yipiao.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.demo.Api;
import io.yipiao.gateway.ledger.Organisation;
import io.yipiao.gateway.ledger.fabric.FabricLedger;
import io.yipiao.gateway.settings.DatabaseSettings;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.bill.Bill;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A gateway on the real network is killed at every place where it hurts, one after the other, and
 * started again over what it left: nothing is lost, nothing is done twice. A stay is on its way
 * through all of it. Uploads die between its steps, as what a dead gateway left is leased to it for
 * some seconds.
 */
class FabricKillIT {
    private static final int BILLS = 3;

    /** Four uploads, a visit, a stay and its refund. */
    private static final int BATCHES = 7;

    private static final int CLAIMS = 2;

    private final TestHospital hospital = new TestHospital();
    private final List<Work> works = new ArrayList<>();
    private FabricLedger ledger;
    private MortalGateway gateway;

    @TempDir private Path data;

    /**
     * What a gateway is given when it is to die.
     *
     * @param before what it brings to rest first, of what an earlier one left
     * @param request the same each time, under the same key
     * @param left what the ledger has to hold when it is dead
     */
    private record Work(
            String place,
            MortalGateway.Watched before,
            Function<Doors, Api.Reply> request,
            Seen left) {}

    /** What is asked of the ledger while no gateway lives. */
    @FunctionalInterface
    private interface Seen {
        void look(LedgerFacts facts) throws Exception;
    }

    @BeforeEach
    void open() {
        ledger = FabricLedger.open(TestNetwork.shared().clientFile(), Organisation.INSURANCE);
        gateway = new MortalGateway(TestNetwork.shared(), data, hospital.issuer());
    }

    @AfterEach
    void close() {
        gateway.close();
        ledger.close();
    }

    @Test
    void killed_at_each_place_a_gateway_loses_nothing_and_does_nothing_twice() throws Exception {
        Doors first = gateway.start();
        hospital.enrol(first, TestNetwork.shared().finance());
        GatewayPair.openAccount(first);
        Bill visit = hospital.visit();
        String stored = hospital.anchored(first, visit);
        KilledStay stay = new KilledStay(hospital, first);
        gateway.kill();

        Function<Doors, Api.Reply> claim = doors -> new Counter(doors).claim(stored, "visit");
        works.add(upload("projected-unmarked"));
        works.add(new Work("claim-committed-unseen", doors -> {}, stay::hold, stay::isHeld));
        works.add(upload("endorsed"));
        works.add(new Work("claim-endorsed", stay::awaitHold, stay::decide, stay::isHeld));
        works.add(upload("committed-unseen"));
        works.add(new Work("claim-endorsed", stay::awaitStamp, stay::refund, stay::isTakenBack));
        works.add(upload("batch-frozen"));
        works.add(new Work("claim-endorsed", stay::awaitMove, stay::repay, stay::isMoved));
        works.add(new Work("claim-endorsed", doors -> {}, claim, facts -> isUntouched(visit)));
        for (Work work : works) {
            gateway.dies(work.place(), work.before(), work.request());
            work.left().look(new LedgerFacts(ledger));
        }

        Doors last = gateway.start();
        for (Work work : works) {
            if (!work.place().startsWith("claim")) {
                for (String bill : TestHospital.stored(work.request().apply(last))) {
                    TestHospital.awaitAnchor(last, bill);
                }
            }
        }
        stampedOnce(last, claim.apply(last), visit);
        stay.assertDoneOnce(last, new LedgerFacts(ledger));
        anchoredOnce();
        gateway.stop();
        databaseAgrees();
    }

    private Work upload(String place) {
        byte[] upload = hospital.upload(hospital.visits(BILLS));
        return new Work(
                place, doors -> {}, doors -> TestHospital.send(doors, upload, place), facts -> {});
    }

    private void isUntouched(Bill bill) throws Exception {
        assertEquals(List.of(), new LedgerFacts(ledger).shares(bill.id()));
    }

    private void stampedOnce(Doors doors, Api.Reply reply, Bill bill) throws Exception {
        String number = reply.expect(201).json().text("number");
        String path = "/api/v1/claims/" + number;
        Api citizen = doors.as(Role.CITIZEN);
        Await.until("the stamp", () -> citizen.get(path).json().text("state").equals("PROVED"));
        long fen = citizen.get(path).json().whole("benefitFen");
        assertEquals(
                List.of(new LedgerFacts.Share("basic", number, fen, "STAMPED")),
                new LedgerFacts(ledger).shares(bill.id()));
    }

    /** Each batch was written by one transaction and no other. */
    private void anchoredOnce() throws Exception {
        List<Long> written = new LedgerFacts(ledger).batches(hospital.issuer());
        assertEquals(List.of(1L, 1L, 2L, 3L, 3L, 3L, 3L), written.stream().sorted().toList());
    }

    private void databaseAgrees() {
        try (Database database =
                Database.open(new DatabaseSettings.Embedded(gateway.database(), 2))) {
            Function<String, Long> count =
                    sql -> database.with(h -> h.createQuery(sql).mapTo(Long.class).one());
            assertEquals(BATCHES, count.apply("SELECT count(*) FROM batch"));
            assertEquals(0, count.apply("SELECT count(*) FROM outbox WHERE state <> 'DONE'"));
            assertEquals(0, count.apply("SELECT count(*) FROM submission"));
            assertEquals(CLAIMS, count.apply("SELECT count(*) FROM claim"));
            assertEquals(
                    BATCHES,
                    count.apply(
                            """
                            SELECT count(*) FROM batch b JOIN ledger_batch l
                            ON l.issuer = b.issuer AND l.root = b.root AND l.size = b.size
                            """));
            assertEquals(
                    CLAIMS,
                    count.apply(
                            """
                            SELECT count(*) FROM claim c JOIN ledger_share s
                            ON s.claim = c.number AND s.bill_index = c.bill_index
                            WHERE s.state = 'STAMPED'
                            """));
        }
    }
}
