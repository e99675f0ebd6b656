package io.yipiao.gateway.claim;

import static io.yipiao.gateway.claim.ClaimWorld.CHILD;
import static io.yipiao.gateway.claim.ClaimWorld.MOTHER;
import static io.yipiao.gateway.claim.ClaimWorld.ZHANG;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.claim.Submission.Cause;
import io.yipiao.gateway.claim.Submission.NotTaken;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Bills;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.bill.IdType;
import io.yipiao.verifier.bill.Issuer;
import io.yipiao.verifier.bill.Party;
import io.yipiao.verifier.bill.Sex;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who may claim what, and into which account. */
class ClaimDoorTest extends ClaimTest {

    @Test
    void without_an_account_nothing_is_held() {
        UUID bill = world.anchored(sample());
        assertEquals(new NotTaken(Cause.NO_ACCOUNT), world.claim(ZHANG, bill));
        assertEquals(Optional.empty(), world.onLedger(bill));
        assertEquals(List.of(), mine(ZHANG));
    }

    @Test
    void the_account_must_bear_the_name_on_the_bill() {
        UUID bill = world.anchored(named(ZHANG, "章示范", Sex.FEMALE, LocalDate.of(1981, 3, 7)));
        world.account(ZHANG, "张示范");
        assertEquals(new NotTaken(Cause.OTHER_NAME), world.claim(ZHANG, bill));
    }

    @Test
    void an_account_is_refused_under_another_name_than_the_insured_persons() {
        assertEquals("holder", put("张三", "示范银行", "6222020000001234"));
        assertEquals("bank", put("张示范", " ", "6222020000001234"));
        assertEquals("number", put("张示范", "示范银行", "6222-0200"));
        assertEquals("", put("张示范", "示范银行", "6222020000001234"));
        assertEquals("", put("张示范", "另一银行", "6222020000005678"));
        PayeeAccount account = world.desk.accounts().of(world.person(ZHANG)).orElseThrow();
        assertEquals("5678", account.tail());
        assertTrue(account.confirmed());
        assertEquals("account " + account.id(), account.toString());
    }

    @Test
    void a_strangers_bill_looks_as_if_there_were_none() {
        UUID bill = world.anchored(sample());
        world.account(MOTHER, "李样本");
        NotTaken unknown = new NotTaken(Cause.UNKNOWN_BILL);
        assertEquals(unknown, world.claim(MOTHER, UUID.randomUUID()));
        assertEquals(unknown, world.claim(MOTHER, bill));
    }

    @Test
    void a_patient_who_is_not_insured_cannot_claim() {
        String stranger = "990000194912310026";
        UUID bill = world.anchored(named(stranger, "无", Sex.FEMALE, LocalDate.of(1949, 12, 31)));
        assertEquals(new NotTaken(Cause.NOT_INSURED), world.claim(stranger, bill));
    }

    @Test
    void an_agent_claims_until_his_mandate_ends() throws FieldException {
        world.account(ZHANG, "张示范");
        mandate(Mandate.Kind.AGENT, ZHANG, MOTHER, Optional.of(LocalDate.of(2026, 9, 23)));
        assertInstanceOf(Submission.Taken.class, world.claim(MOTHER, world.anchored(sample())));
        assertEquals(1, mine(MOTHER).size());
        assertEquals(1, mine(ZHANG).size(), "the patient sees what is claimed for him");

        // Its last day in Shanghai ends at 16:00 UTC.
        clock.pass(Duration.ofHours(37));
        assertInstanceOf(Submission.Taken.class, world.claim(MOTHER, world.anchored(sample())));
        clock.pass(Duration.ofHours(2));
        assertEquals(
                new NotTaken(Cause.UNKNOWN_BILL), world.claim(MOTHER, world.anchored(sample())));
    }

    @Test
    void a_revoked_mandate_allows_nothing() throws FieldException {
        world.account(ZHANG, "张示范");
        Mandate mandate = mandate(Mandate.Kind.FAMILY, ZHANG, MOTHER, Optional.empty());
        Mandates mandates = world.desk.mandates();
        assertEquals(List.of(mandate), mandates.of(world.person(MOTHER)));
        assertFalse(mandates.revoke(mandate.id(), world.person(MOTHER)));
        assertTrue(mandates.revoke(mandate.id(), world.person(ZHANG)));
        assertFalse(mandates.revoke(mandate.id(), world.person(ZHANG)));
        assertEquals(List.of(), mandates.of(world.person(ZHANG)));
        assertEquals(
                new NotTaken(Cause.UNKNOWN_BILL), world.claim(MOTHER, world.anchored(sample())));
    }

    @Test
    void a_childs_benefit_goes_to_the_guardians_account() throws FieldException {
        UUID bill = world.anchored(named(CHILD, "李小样", Sex.MALE, LocalDate.of(2015, 9, 18)));
        world.account(MOTHER, "李样本");
        mandate(Mandate.Kind.FAMILY, CHILD, MOTHER, Optional.empty());
        assertEquals(new NotTaken(Cause.NO_ACCOUNT), world.claim(MOTHER, bill));
        mandate(Mandate.Kind.GUARDIAN, CHILD, MOTHER, Optional.empty());
        ClaimView claim = world.taken(MOTHER, bill);
        // 居民, level two: (2,728.72 - 600.00) × 70%
        assertEquals("1490.10", claim.fund().orElseThrow().yuan());
    }

    @Test
    void a_mandate_names_two_people_and_a_day_to_come() {
        assertThrows(
                FieldException.class,
                () -> mandate(Mandate.Kind.AGENT, ZHANG, ZHANG, Optional.empty()));
        assertThrows(
                FieldException.class,
                () ->
                        mandate(
                                Mandate.Kind.AGENT,
                                ZHANG,
                                MOTHER,
                                Optional.of(LocalDate.of(2026, 9, 21))));
    }

    @Test
    void outside_the_city_an_emergency_counts_as_filed_and_a_person_looks_at_it() {
        world.account(ZHANG, "张示范");
        Issuer away = new Issuer(1, "H99020100001", "邻市第一医院");
        Claimant claimant = world.claimant(ZHANG);
        ClaimService service = world.desk.service();
        UUID planned = world.anchored(world.ours(Bills.issuedBy(sample(), away)));
        UUID urgent = world.anchored(world.ours(Bills.issuedBy(sample(), away)));

        ClaimView usual = taken(service.submit(claimant, planned, "planned"));
        world.desk.service().withdraw(claimant.person(), usual.number());
        ClaimView emergency = taken(service.submit(claimant, new Asked(urgent, true), "urgent"));

        assertTrue(emergency.emergency());
        assertFalse(emergency.automatic());
        assertEquals(ClaimState.FIRST_REVIEW, emergency.state());
        assertTrue(
                emergency.fund().orElseThrow().compareTo(usual.fund().orElseThrow()) > 0,
                emergency.fund() + " against " + usual.fund());
        assertEquals(new NotTaken(Cause.KEY_REUSED), service.submit(claimant, urgent, "urgent"));
    }

    private static ClaimView taken(Submission submission) {
        return assertInstanceOf(Submission.Taken.class, submission).claim();
    }

    @Test
    void the_same_key_gives_the_same_claim_and_no_other() {
        world.account(ZHANG, "张示范");
        UUID bill = world.anchored(sample());
        UUID other = world.anchored(sample());
        Claimant claimant = world.claimant(ZHANG);
        ClaimService service = world.desk.service();
        Submission first = service.submit(claimant, bill, "key");
        assertEquals(first, service.submit(claimant, bill, "key"));
        assertEquals(new NotTaken(Cause.KEY_REUSED), service.submit(claimant, other, "key"));
        Claimant again = new Claimant("another token", claimant.person());
        assertInstanceOf(Submission.Taken.class, service.submit(again, other, "key"));
        assertEquals(2, mine(ZHANG).size());
        assertThrows(IllegalArgumentException.class, () -> service.submit(claimant, other, " "));
    }

    @Test
    void claims_are_listed_page_by_page() {
        world.account(ZHANG, "张示范");
        for (int i = 0; i < 3; i++) {
            world.taken(ZHANG, world.anchored(sample()));
            clock.pass(Duration.ofSeconds(1));
        }
        List<ClaimView> all = mine(ZHANG);
        Claims claims = world.desk.claims();
        Optional<ClaimNumber> first = Optional.of(all.getFirst().number());
        assertEquals(all.subList(1, 3), claims.list(Optional.empty(), Optional.empty(), first, 10));
        assertEquals(all.subList(1, 2), claims.list(Optional.empty(), Optional.empty(), first, 1));
        assertEquals(
                List.of(),
                claims.list(Optional.empty(), Optional.of(ClaimState.PROVED), Optional.empty(), 9));
    }

    @Test
    void no_name_and_no_number_stands_in_the_database() {
        world.account(ZHANG, "张示范");
        world.taken(ZHANG, world.anchored(sample()));
        for (String table :
                List.of("insured", "payee_account", "mandate", "claim", "claim_event")) {
            String rows =
                    world.database.with(handle ->
                            handle.createQuery(
                                            "SELECT coalesce(string_agg(t::text, ' '), '') FROM "
                                                    + table
                                                    + " t")
                                    .mapTo(String.class)
                                    .one());
            String bytes = HexFormat.of().formatHex("张示范".getBytes(StandardCharsets.UTF_8));
            assertFalse(rows.contains("张示范") || rows.contains(ZHANG), table);
            assertFalse(rows.contains(bytes) || rows.contains("6222020000001234"), table);
        }
    }

    private List<ClaimView> mine(String idNumber) {
        return world.desk
                .claims()
                .list(Optional.of(world.person(idNumber)), Optional.empty(), Optional.empty(), 50);
    }

    /** The field at fault, empty if there is none. */
    private String put(String holder, String bank, String number) {
        try {
            world.desk.accounts().put(world.person(ZHANG), holder, bank, number);
            return "";
        } catch (FieldException e) {
            return e.field();
        }
    }

    private Mandate mandate(
            Mandate.Kind kind, String principal, String agent, Optional<LocalDate> until)
            throws FieldException {
        return world.desk
                .mandates()
                .record(kind, world.person(principal), world.person(agent), until, "", "test");
    }

    private Bill sample() {
        return world.ours(Bills.numbered(number()));
    }

    private Bill named(String idNumber, String name, Sex sex, LocalDate born) {
        Bill bill = sample();
        return new Bill(
                bill.id(),
                bill.checkCode(),
                bill.issuer(),
                bill.issuedAt(),
                new Party(IdType.RESIDENT_ID, idNumber, name, sex, born),
                bill.encounter(),
                bill.payments(),
                bill.relation(),
                bill.lines());
    }
}
