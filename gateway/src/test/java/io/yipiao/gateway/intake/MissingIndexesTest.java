package io.yipiao.gateway.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.LedgerUnavailable;
import io.yipiao.gateway.ledger.Outbox;
import io.yipiao.gateway.ledger.TestChannel;
import io.yipiao.gateway.ledger.embedded.EmbeddedLedger;
import io.yipiao.gateway.secrets.KeyFolder;
import io.yipiao.gateway.secrets.Secrets;
import io.yipiao.gateway.store.Database;
import io.yipiao.gateway.store.TestDatabase;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.Issuer;
import io.yipiao.verifier.canonical.CanonicalForm;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.fingerprint.SaltKey;
import io.yipiao.verifier.seal.SealPublicKey;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Bills that came while the ledger was out of reach, some of years that have no place there. */
@Timeout(60)
class MissingIndexesTest {
    @TempDir private Path folder;
    private EmbeddedLedger ledger;
    private TestChannel channel;
    private Database database;
    private Secrets secrets;

    @BeforeEach
    void open() {
        ledger = EmbeddedLedger.open(folder.resolve("ledger"), Clock.systemUTC());
        channel = new TestChannel(ledger);
        database = TestDatabase.fresh();
        secrets = Secrets.open(KeyFolder.thatMakesMissing(folder.resolve("keys")), database);
    }

    @AfterEach
    void close() {
        database.close();
        ledger.close();
    }

    @Test
    void a_bill_that_came_meanwhile_gets_its_place_later() throws Exception {
        upload(outOfReach(), bill(1, "26"), bill(2, "25"));
        assertEquals(2, without());

        assertEquals(0, new MissingIndexes(database, outOfReach()).fill());
        assertEquals(2, new MissingIndexes(database, reachable()).fill());
        assertEquals(0, without());
    }

    @Test
    void a_year_without_an_index_key_neither_stops_the_others_nor_is_asked_for_forever()
            throws Exception {
        Bill[] bills = new Bill[40];
        for (int i = 0; i < bills.length; i++) {
            bills[i] = bill(i, i % 2 == 0 ? "26" : "87");
        }
        upload(outOfReach(), bills);

        assertEquals(20, new MissingIndexes(database, reachable()).fill());
        assertEquals(20, without());
        assertEquals(0, new MissingIndexes(database, reachable()).fill());
    }

    @Test
    void while_the_ledger_answers_such_a_bill_is_refused_at_the_door() throws Exception {
        List<String> outcomes = upload(reachable(), bill(1, "87"), bill(2, "26"));

        assertTrue(outcomes.get(0).contains("\"REFUSED\""), outcomes.get(0));
        assertTrue(outcomes.get(0).contains("\"field\":\"id.code\""), outcomes.get(0));
        assertTrue(outcomes.get(1).contains("\"ACCEPTED\""), outcomes.get(1));
        assertEquals(0, without());
    }

    @Test
    void the_years_with_an_index_key_are_those_of_the_ledger() {
        assertEquals(
                List.of("20", "21", "22", "23", "24", "25", "26", "27", "28", "29", "30"),
                reachable().years());
        assertEquals(List.of(), outOfReach().years());
    }

    private IndexSource reachable() {
        return new IndexSource(ledger);
    }

    private static IndexSource outOfReach() {
        Object ledger =
                Proxy.newProxyInstance(
                        LedgerClient.class.getClassLoader(),
                        new Class<?>[] {LedgerClient.class},
                        (proxy, method, arguments) -> {
                            throw new LedgerUnavailable("the test has taken the ledger away");
                        });
        return new IndexSource((LedgerClient) ledger);
    }

    private List<String> upload(IndexSource indexes, Bill... bills) throws Exception {
        StringBuilder body = new StringBuilder();
        for (Bill bill : bills) {
            body.append(Jcs.text(CanonicalForm.bill(bill))).append('\n');
        }
        List<String> outcomes = new ArrayList<>();
        new Uploads(database, secrets, new OneKey(), indexes, Numbering.FREE, new Outbox())
                .accept(
                        channel.issuer().number(),
                        new UploadKey("hospital", UUID.randomUUID().toString()),
                        new ByteArrayInputStream(body.toString().getBytes(StandardCharsets.UTF_8)),
                        upload -> {},
                        outcomes::add);
        return outcomes;
    }

    private Bill bill(int number, String year) {
        Bill visit = io.yipiao.verifier.bill.Bills.outpatient();
        Bill ours =
                io.yipiao.verifier.bill.Bills.issuedBy(
                        visit,
                        new Issuer(
                                channel.issuer().number(),
                                visit.issuer().code(),
                                visit.issuer().name()));
        return new Bill(
                new BillId(BillId.Kind.FISCAL, "990602" + year, "%010d".formatted(number)),
                ours.checkCode(),
                ours.issuer(),
                ours.issuedAt(),
                ours.patient(),
                ours.encounter(),
                ours.payments(),
                ours.relation(),
                ours.lines());
    }

    private int without() {
        return database.with(handle ->
                handle.createQuery("SELECT count(*) FROM bill WHERE bill_index IS NULL")
                        .mapTo(Integer.class)
                        .one());
    }

    private final class OneKey implements SealingKeys {
        @Override
        public Optional<InCustody> inCustody(int issuer) {
            SaltKey salts = SaltKey.of(new byte[32]);
            return Optional.of(new InCustody(1, channel.issuer().key(), salts));
        }

        @Override
        public Optional<SealPublicKey> enrolled(int issuer, int keySeq) {
            return Optional.of(channel.issuer().key().publicKey());
        }
    }
}
