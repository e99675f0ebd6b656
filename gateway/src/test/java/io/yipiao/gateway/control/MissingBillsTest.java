package io.yipiao.gateway.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.alarm.Alarm;
import io.yipiao.gateway.alarm.AlarmFilter;
import io.yipiao.gateway.alarm.AlarmState;
import io.yipiao.gateway.alarm.Alarms;
import io.yipiao.gateway.alarm.Fact;
import io.yipiao.gateway.intake.IndexSource;
import io.yipiao.gateway.intake.Numbering;
import io.yipiao.gateway.intake.SealingKeys;
import io.yipiao.gateway.intake.UploadKey;
import io.yipiao.gateway.intake.Uploads;
import io.yipiao.gateway.ledger.Outbox;
import io.yipiao.gateway.ledger.TestChannel;
import io.yipiao.gateway.ledger.embedded.EmbeddedLedger;
import io.yipiao.gateway.secrets.KeyFolder;
import io.yipiao.gateway.secrets.Secrets;
import io.yipiao.gateway.store.Database;
import io.yipiao.gateway.store.TestDatabase;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.Bills;
import io.yipiao.verifier.bill.Fen;
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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A thousand bills of a day, of which seven are withheld, and days beside it. */
@Timeout(300)
class MissingBillsTest {
    private static final int FIRST = 10_001;
    private static final int LAST = 11_000;
    private static final List<Integer> WITHHELD =
            List.of(FIRST, 10_250, 10_500, 10_501, 10_502, 10_777, LAST);
    private static final List<String> NAMED =
            List.of(
                    "0000010001",
                    "0000010250",
                    "0000010500-0000010502",
                    "0000010777",
                    "0000011000");

    @TempDir private Path folder;
    private EmbeddedLedger ledger;
    private TestChannel channel;
    private Database database;
    private Uploads uploads;
    private Alarms alarms;
    private ControlMonitor monitor;
    private ControlTotals totals;
    private Bill visit;

    @BeforeEach
    void open() {
        ledger = EmbeddedLedger.open(folder.resolve("ledger"), Clock.systemUTC());
        channel = new TestChannel(ledger);
        database = TestDatabase.fresh();
        Secrets secrets =
                Secrets.open(KeyFolder.thatMakesMissing(folder.resolve("keys")), database);
        uploads =
                new Uploads(
                        database,
                        secrets,
                        new OneKey(),
                        new IndexSource(ledger),
                        Numbering.FREE,
                        new Outbox());
        alarms = new Alarms(database, Clock.systemUTC());
        monitor = new ControlMonitor(database, alarms, Clock.systemUTC());
        totals = new ControlTotals(database, Clock.systemUTC(), monitor);
        Bill outpatient = Bills.outpatient();
        visit =
                Bills.issuedBy(
                        outpatient,
                        new Issuer(
                                channel.issuer().number(),
                                outpatient.issuer().code(),
                                outpatient.issuer().name()));
    }

    @AfterEach
    void close() {
        database.close();
        ledger.close();
    }

    @Test
    void of_a_thousand_bills_exactly_the_seven_that_were_withheld_are_named() throws Exception {
        upload(IntStream.rangeClosed(FIRST, LAST).filter(n -> !WITHHELD.contains(n)).toArray());
        totals.state(List.of(total(1_000, range(FIRST, LAST))), "财政厅");

        monitor.pass();
        Compared compared = only();
        assertEquals(7, compared.missingBills());
        assertEquals(7 * fen(), compared.missingFen());
        assertEquals(NAMED, compared.missing().stream().map(NumberRange::toString).toList());
        assertTrue(compared.certain());
        Alarm alarm = alarms.list(AlarmFilter.all()).getFirst();
        assertEquals(Optional.of("7"), alarm.facts().find(Fact.COUNT));
        assertEquals(Optional.of(day().toString()), alarm.facts().find(Fact.DAY));
        assertEquals(
                Optional.of(Integer.toString(channel.issuer().number())),
                alarm.facts().find(Fact.ISSUER));
        assertEquals(Optional.of(String.join(",", NAMED)), alarm.facts().find(Fact.NUMBERS));

        upload(FIRST, 10_500, 10_777);
        monitor.pass();
        assertEquals(4, only().missingBills());
        assertEquals(
                List.of("0000010250", "0000010501-0000010502", "0000011000"),
                only().missing().stream().map(NumberRange::toString).toList());
        assertEquals(AlarmState.NEW, alarms.list(AlarmFilter.all()).getFirst().state());

        upload(10_250, 10_501, 10_502, LAST);
        monitor.pass();
        assertEquals(List.of(), totals.open(10));
        assertTrue(totals.find(of()).orElseThrow().isComplete());
        assertEquals(AlarmState.CLOSED, alarms.list(AlarmFilter.all()).getFirst().state());
        assertEquals(1, alarms.list(AlarmFilter.all()).size());
    }

    @Test
    void without_ranges_neighbours_tell_the_numbers_and_whether_that_is_certain() throws Exception {
        // Of 5 to 9 the first, one within and the last are withheld; 4 and 10 are other days'.
        upload(6, 8);
        uploadOfDay(2, 4);
        uploadOfDay(1, 10);
        totals.state(List.of(total(5)), "财政厅");
        assertEquals(
                List.of("0000000005", "0000000007", "0000000009"),
                only().missing().stream().map(NumberRange::toString).toList());
        assertTrue(only().certain());

        totals.state(List.of(total(4)), "财政厅");
        assertEquals(2, only().missingBills());
        assertEquals(3, only().missing().size());
        assertFalse(only().certain(), "one of the three was never given out");
    }

    @Test
    void a_day_of_which_nothing_came_is_named_and_so_is_one_bill_too_many() throws Exception {
        totals.state(List.of(total(3)), "财政厅");
        assertEquals(3, only().missingBills());
        assertEquals(List.of(), only().missing());

        upload(1, 2, 3, 4);
        monitor.pass();
        assertEquals(-1, only().missingBills());
        assertEquals(-fen(), only().missingFen());
        assertFalse(only().isComplete());
    }

    @Test
    void a_total_is_kept_once_and_a_correction_beside_what_it_corrects() throws Exception {
        upload(1, 2);
        totals.state(List.of(total(3)), "财政厅");
        totals.state(List.of(total(3)), "财政厅");
        assertEquals(1, only().version());
        assertEquals(2, totals.state(List.of(total(2)), "财政厅").getFirst().version());
        assertEquals(List.of(), totals.open(10));
        assertEquals(
                Integer.valueOf(2),
                database.<Integer, RuntimeException>with(handle ->
                        handle.createQuery("SELECT count(*) FROM control_total")
                                .mapTo(Integer.class)
                                .one()));
        assertEquals(AlarmState.CLOSED, alarms.list(AlarmFilter.all()).getFirst().state());
    }

    @Test
    void an_alarm_that_a_person_closed_does_not_come_back_each_pass() {
        totals.state(List.of(total(3)), "财政厅");
        alarms.close(alarms.list(AlarmFilter.all()).getFirst().id(), "李明", "医院已停机补传");
        monitor.pass();
        assertEquals(1, alarms.list(AlarmFilter.all()).size());
        assertEquals(3, only().missingBills());
    }

    @Test
    void another_hospitals_and_another_codes_bills_do_not_count() throws Exception {
        upload(1, 2, 3);
        IssueDay other =
                new IssueDay(channel.issuer().number() + 1, day(), BillId.Kind.FISCAL, of().code());
        IssueDay code =
                new IssueDay(channel.issuer().number(), day(), BillId.Kind.FISCAL, "99060299");
        for (IssueDay of : List.of(other, code)) {
            assertEquals(
                    3,
                    totals.state(
                                    List.of(new ControlTotal(of, 3, new Fen(3 * fen()), List.of())),
                                    "财政厅")
                            .getFirst()
                            .missingBills());
        }
    }

    private IssueDay of() {
        return new IssueDay(
                channel.issuer().number(), day(), BillId.Kind.FISCAL, visit.id().code());
    }

    private LocalDate day() {
        return LocalDate.ofInstant(visit.issuedAt(), Bill.ZONE);
    }

    private long fen() {
        return visit.total().value();
    }

    private ControlTotal total(int bills, NumberRange... ranges) {
        return new ControlTotal(of(), bills, new Fen(bills * fen()), List.of(ranges));
    }

    private static NumberRange range(int first, int last) {
        return new NumberRange("%010d".formatted(first), "%010d".formatted(last));
    }

    private Compared only() {
        List<Compared> open = totals.open(10);
        assertEquals(1, open.size());
        return open.getFirst();
    }

    private void upload(int... numbers) throws Exception {
        send(IntStream.of(numbers).mapToObj(n -> Bills.renumbered(visit, n)).toList());
    }

    private void uploadOfDay(int days, int number) throws Exception {
        Bill bill = Bills.renumbered(visit, number);
        send(
                List.of(
                        new Bill(
                                bill.id(),
                                bill.checkCode(),
                                bill.issuer(),
                                bill.issuedAt().plusSeconds(days * 86_400L),
                                bill.patient(),
                                bill.encounter(),
                                bill.payments(),
                                bill.relation(),
                                bill.lines())));
    }

    private void send(List<Bill> bills) throws Exception {
        TreeSet<String> outcomes = new TreeSet<>();
        uploads.accept(
                channel.issuer().number(),
                new UploadKey("hospital", UUID.randomUUID().toString()),
                new ByteArrayInputStream(
                        bills.stream()
                                .map(bill -> Jcs.text(CanonicalForm.bill(bill)) + "\n")
                                .collect(Collectors.joining())
                                .getBytes(StandardCharsets.UTF_8)),
                upload -> {},
                outcomes::add);
        assertTrue(
                outcomes.stream().allMatch(one -> one.contains("\"ACCEPTED\"")),
                outcomes::toString);
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
