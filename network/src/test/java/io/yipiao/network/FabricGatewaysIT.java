package io.yipiao.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertIterableEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.demo.Api;
import io.yipiao.gateway.ledger.Call;
import io.yipiao.gateway.ledger.Caller;
import io.yipiao.gateway.ledger.Proposals;
import io.yipiao.gateway.ledger.TestIssuer;
import io.yipiao.gateway.projection.Checkpoint;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.reader.Json;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Claims that meet at two gateways over one database, on the real network and over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FabricGatewaysIT {
    private static final int CLAIMS = 200;
    private static final int BILLS = 50;
    private static final List<String> TABLES =
            List.of(
                    "checkpoint",
                    "block",
                    "transaction",
                    "issuer",
                    "payer",
                    "batch",
                    "bill",
                    "share",
                    "red");

    private GatewayPair pair;
    private LedgerFacts facts;

    @BeforeAll
    void open() throws Exception {
        pair = new GatewayPair(TestNetwork.shared());
        facts = new LedgerFacts(pair.gateway().ledger());
    }

    @AfterAll
    void close() {
        pair.close();
    }

    @Test
    void of_two_hundred_claims_one_is_stamped_and_each_other_is_told_its_number() throws Exception {
        Bill visit = pair.hospital().visit();
        String bill = pair.hospital().anchored(pair.doors().getFirst(), visit);

        List<Api.Reply> replies = claimAtOnce(bill);

        List<Api.Reply> taken = replies.stream().filter(reply -> reply.status() == 201).toList();
        assertEquals(1, taken.size(), replies::toString);
        String number = taken.getFirst().json().text("number");
        assertEquals("PROVED", taken.getFirst().json().text("state"));
        for (Api.Reply reply : replies) {
            if (reply.status() != 201) {
                assertEquals(number, reply.expect(409).json().text("claim"), reply::toString);
            }
        }
        List<LedgerFacts.Share> shares = facts.shares(visit.id());
        assertEquals(1, shares.size());
        assertEquals("STAMPED", shares.getFirst().state());
        assertEquals(number, shares.getFirst().claim());
    }

    /** By the patient and by his agent, each at both gateways, each under a key of its own. */
    private List<Api.Reply> claimAtOnce(String bill) throws Exception {
        Json.Members claim = Json.object().put("billId", bill).end();
        List<Callable<Api.Reply>> claims = new ArrayList<>();
        for (int i = 0; i < CLAIMS; i++) {
            Doors doors = pair.doors().get(i % 2);
            Api api = doors.as(i / 2 % 2 == 0 ? Role.CITIZEN : Role.AGENT);
            claims.add(() -> api.post("/api/v1/claims", claim, UUID.randomUUID().toString()));
        }
        List<Api.Reply> replies = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Api.Reply> reply : threads.invokeAll(claims)) {
                replies.add(reply.get());
            }
        }
        return replies;
    }

    @Test
    void a_claim_that_another_payer_left_nothing_to_is_not_told_whose_it_was() throws Exception {
        Bill visit = pair.hospital().visit();
        String bill = pair.hospital().anchored(pair.doors().getFirst(), visit);
        stampWhole(visit, "commercial", "THEIR-CLAIM");

        for (Doors doors : pair.doors()) {
            Json.Members claim = Json.object().put("billId", bill).end();
            Api.Reply reply =
                    doors.as(Role.CITIZEN)
                            .post("/api/v1/claims", claim, UUID.randomUUID().toString())
                            .expect(409);
            assertEquals("urn:yipiao:problem:claimed", reply.json().text("type"));
            assertFalse(reply.json().has("claim"), reply::toString);
            assertFalse(reply.text().contains("THEIR-CLAIM"), reply::toString);
        }
        assertEquals(1, facts.shares(visit.id()).size());
    }

    /** Another payer's own system takes all of a bill. */
    private void stampWhole(Bill visit, String payer, String claim) throws Exception {
        Json item =
                TestIssuer.opening(pair.hospital().batch(visit), 0)
                        .put("payer", payer)
                        .put("claim", claim)
                        .put("n", 1)
                        .put("fen", visit.claimable().value())
                        .put("result", "5a".repeat(32))
                        .end();
        Call call =
                Call.of(Caller.claims(payer), "holdAndStamp")
                        .with(new Json.Items(List.of(item)))
                        .withSecret("open/0", pair.hospital().seal(visit).bill().opening().bytes());
        new Proposals(pair.gateway().ledger()).settle(call, endorsed -> {});
    }

    @Test
    void a_claim_whose_client_gave_up_while_it_was_stamped_is_the_same_claim_when_asked_again()
            throws Exception {
        Bill visit = pair.hospital().visit();
        String bill = pair.hospital().anchored(pair.doors().getFirst(), visit);
        Json.Members claim = Json.object().put("billId", bill).end();
        String key = UUID.randomUUID().toString();
        String begun = "SELECT count(*) FROM claim WHERE bill = '" + bill + "'";

        giveUp(
                request(Role.CITIZEN, "/api/v1/claims", "application/json", Jcs.bytes(claim), key),
                begun);

        List<String> numbers = new ArrayList<>();
        for (Doors doors : pair.doors()) {
            Api citizen = doors.as(Role.CITIZEN);
            numbers.add(
                    citizen.post("/api/v1/claims", claim, key).expect(201).json().text("number"));
        }
        assertEquals(numbers.getFirst(), numbers.getLast());
        Api citizen = pair.doors().getFirst().as(Role.CITIZEN);
        String path = "/api/v1/claims/" + numbers.getFirst();
        Await.until("the stamp", () -> citizen.get(path).json().text("state").equals("PROVED"));
        assertEquals(1, count(begun));
        List<LedgerFacts.Share> shares = facts.shares(visit.id());
        assertEquals(1, shares.size());
        assertEquals(numbers.getFirst(), shares.getFirst().claim());
    }

    @Test
    void an_upload_whose_client_gave_up_is_answered_as_the_first_time_when_sent_again()
            throws Exception {
        List<Bill> visits = pair.hospital().visits(BILLS);
        byte[] upload = pair.hospital().upload(visits);
        int before = facts.batches(pair.hospital().issuer()).size();
        String key = UUID.randomUUID().toString();
        String begun = "SELECT count(*) FROM upload WHERE idempotency_key = '" + key + "'";

        giveUp(
                request(Role.HOSPITAL, TestHospital.UPLOADS, TestHospital.NDJSON, upload, key),
                begun);

        List<List<String>> answers = new ArrayList<>();
        for (Doors doors : pair.doors()) {
            List<Api.Reply> replies = new ArrayList<>();
            Await.until(
                    "the first one's end",
                    () -> {
                        replies.add(TestHospital.send(doors, upload, key));
                        return replies.getLast().status() != 409;
                    });
            answers.add(TestHospital.stored(replies.getLast()));
        }
        assertEquals(BILLS, answers.getFirst().size());
        assertEquals(answers.getFirst(), answers.getLast());
        TestHospital.awaitAnchor(pair.doors().getFirst(), answers.getFirst().getFirst());
        List<Long> batches = facts.batches(pair.hospital().issuer());
        assertEquals(before + 1, batches.size());
        assertEquals(1, batches.stream().filter(size -> size == BILLS).count());
    }

    private HttpRequest request(Role role, String path, String type, byte[] body, String key) {
        Doors doors = pair.doors().getFirst();
        return HttpRequest.newBuilder(doors.address().resolve(path))
                .header("Authorization", "Bearer " + doors.token(role))
                .header("Content-Type", type)
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    /** Closes the connection as soon as the gateway has begun, and before it has answered. */
    private void giveUp(HttpRequest request, String begun) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            CompletableFuture<HttpResponse<Void>> answer =
                    client.sendAsync(request, HttpResponse.BodyHandlers.discarding());
            Await.until("the request is begun", () -> count(begun) == 1);
            assertTrue(answer.cancel(true), "it was answered already");
            client.shutdownNow();
        }
    }

    private long count(String sql) {
        return pair.gateway().database().with(h -> h.createQuery(sql).mapTo(Long.class).one());
    }

    @Test
    void the_projection_rebuilt_from_the_blocks_is_equal_row_for_row() throws Exception {
        Doors doors = pair.doors().getFirst();
        Bill visit = pair.hospital().visit();
        Json.Members claim =
                Json.object().put("billId", pair.hospital().anchored(doors, visit)).end();
        doors.as(Role.CITIZEN)
                .post("/api/v1/claims", claim, UUID.randomUUID().toString())
                .expect(201);
        List<String> before = projected();

        pair.gateway().projector().rebuild();

        assertIterableEquals(before, projected());
        assertTrue(before.stream().anyMatch(row -> row.contains("STAMPED")), before::toString);
    }

    /** All rows of the projection, once it is up to date. */
    private List<String> projected() throws Exception {
        long height = pair.gateway().ledger().height();
        Await.until(
                "the blocks",
                () -> {
                    Checkpoint now = pair.gateway().view().checkpoint();
                    return !now.rebuilding() && now.nextBlock() >= height;
                });
        return pair.gateway()
                .database()
                .inTransaction(tx -> {
                    List<String> rows = new ArrayList<>();
                    for (String table : TABLES) {
                        String all = "SELECT t::text FROM ledger_" + table + " t ORDER BY 1";
                        rows.addAll(tx.createQuery(all).mapTo(String.class).list());
                    }
                    return rows;
                });
    }
}
