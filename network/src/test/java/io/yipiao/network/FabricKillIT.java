package io.yipiao.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.demo.Api;
import io.yipiao.gateway.demo.StoryException;
import io.yipiao.gateway.ledger.Organisation;
import io.yipiao.gateway.ledger.fabric.FabricLedger;
import io.yipiao.gateway.settings.DatabaseSettings;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.reader.Json;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A gateway on the real network is killed at every place where it hurts, one after the other, and
 * started again over what it left: nothing is lost, nothing is done twice.
 */
class FabricKillIT {
    private static final int BILLS = 3;

    /**
     * In this order a start comes to its own place with its own work: what those before left is
     * leased to the dead for some seconds, and what the last leaves is taken by whoever comes next.
     */
    private static final List<String> PLACES =
            List.of(
                    "projected-unmarked",
                    "endorsed",
                    "committed-unseen",
                    "claim-endorsed",
                    "claim-committed-unseen",
                    "batch-frozen");

    private final TestHospital hospital = new TestHospital();
    private final List<Work> works = new ArrayList<>();
    private FabricLedger ledger;
    private Optional<GatewayProcess> running = Optional.empty();
    private Optional<Doors> tokens = Optional.empty();

    @TempDir private Path data;

    /**
     * What a gateway is given when it is to die.
     *
     * @param request the same each time, under the same key
     * @param claimed the bill, if it is a claim
     */
    private record Work(String place, Function<Doors, Api.Reply> request, Optional<Bill> claimed) {}

    @BeforeEach
    void open() {
        ledger = FabricLedger.open(TestNetwork.shared().clientFile(), Organisation.INSURANCE);
    }

    @AfterEach
    void close() throws InterruptedException {
        if (running.isPresent()) {
            running.get().kill();
        }
        ledger.close();
    }

    @Test
    void killed_at_each_place_a_gateway_loses_nothing_and_does_nothing_twice() throws Exception {
        prepare();
        for (Work work : works) {
            killed(work);
        }
        Doors doors = start("");
        for (Work work : works) {
            Api.Reply reply = work.request().apply(doors);
            if (work.claimed().isPresent()) {
                stampedOnce(doors, reply, work.claimed().get());
            } else {
                for (String bill : TestHospital.stored(reply)) {
                    TestHospital.awaitAnchor(doors, bill);
                }
            }
        }
        anchoredOnce();
        running.orElseThrow().stop();
        databaseAgrees();
    }

    /** Enrols, and anchors the bills that will be claimed; then it is killed where it stands. */
    private void prepare() throws Exception {
        Doors doors = start("");
        hospital.enrol(doors, TestNetwork.shared().finance());
        GatewayPair.openAccount(doors);
        for (String place : PLACES) {
            works.add(place.startsWith("claim") ? claim(doors, place) : upload(place));
        }
        running.orElseThrow().kill();
    }

    private Work upload(String place) {
        byte[] upload = hospital.upload(hospital.visits(BILLS));
        return new Work(place, doors -> TestHospital.send(doors, upload, place), Optional.empty());
    }

    private Work claim(Doors now, String place) throws Exception {
        Bill visit = hospital.visit();
        Json.Members claim = Json.object().put("billId", hospital.anchored(now, visit)).end();
        return new Work(
                place,
                doors -> doors.as(Role.CITIZEN).post("/api/v1/claims", claim, place),
                Optional.of(visit));
    }

    private Doors start(String crash) throws Exception {
        GatewayProcess gateway =
                GatewayProcess.start(data, TestNetwork.shared(), hospital.issuer(), crash);
        running = Optional.of(gateway);
        tokens = tokens.or(() -> Optional.of(gateway.doors()));
        return tokens.orElseThrow().at(gateway.doors().address());
    }

    private void killed(Work work) throws Exception {
        Doors doors = start(work.place());
        try {
            System.out.println(work.place() + ": " + work.request().apply(doors));
        } catch (StoryException e) {
            System.out.println(work.place() + ": died before it answered");
        }
        assertEquals(GatewayProcess.KILLED, running.orElseThrow().awaitDeath(), work.place());
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
        List<Long> expected =
                works.stream()
                        .map(work -> work.claimed().isPresent() ? 1L : BILLS)
                        .sorted()
                        .toList();
        List<Long> written = new LedgerFacts(ledger).batches(hospital.issuer());
        assertEquals(expected, written.stream().sorted().toList());
    }

    private void databaseAgrees() {
        try (Database database =
                Database.open(new DatabaseSettings.Embedded(data.resolve("database"), 2))) {
            Function<String, Long> count =
                    sql -> database.with(h -> h.createQuery(sql).mapTo(Long.class).one());
            long claims = works.stream().filter(work -> work.claimed().isPresent()).count();
            assertEquals(works.size(), count.apply("SELECT count(*) FROM batch"));
            assertEquals(0, count.apply("SELECT count(*) FROM outbox WHERE state <> 'DONE'"));
            assertEquals(0, count.apply("SELECT count(*) FROM submission"));
            assertEquals(claims, count.apply("SELECT count(*) FROM claim"));
            assertEquals(
                    works.size(),
                    count.apply(
                            """
                            SELECT count(*) FROM batch b JOIN ledger_batch l
                            ON l.issuer = b.issuer AND l.root = b.root AND l.size = b.size
                            """));
            assertEquals(
                    claims,
                    count.apply(
                            """
                            SELECT count(*) FROM claim c JOIN ledger_share s
                            ON s.claim = c.number AND s.bill_index = c.bill_index
                            WHERE s.state = 'STAMPED'
                            """));
        }
    }
}
