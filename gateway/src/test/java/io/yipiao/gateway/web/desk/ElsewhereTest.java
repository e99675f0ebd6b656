package io.yipiao.gateway.web.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.alarm.AlarmFilter;
import io.yipiao.gateway.alarm.Alarms;
import io.yipiao.gateway.claim.CheckedElsewhere;
import io.yipiao.gateway.claim.Checklist;
import io.yipiao.gateway.claim.ClaimState;
import io.yipiao.gateway.claim.ClaimView;
import io.yipiao.gateway.claim.ClaimWorld;
import io.yipiao.gateway.claim.Clerk;
import io.yipiao.gateway.claim.Decided;
import io.yipiao.gateway.claim.Declared;
import io.yipiao.gateway.claim.ElsewhereFiling;
import io.yipiao.gateway.claim.FiledElsewhere;
import io.yipiao.gateway.claim.Reason;
import io.yipiao.gateway.claim.Ruling;
import io.yipiao.gateway.claim.SentPaper;
import io.yipiao.gateway.inquiry.Reader;
import io.yipiao.gateway.projection.ProjectedBill;
import io.yipiao.gateway.reconcile.Reconciliation;
import io.yipiao.gateway.web.Browser;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.verdict.Verdict;
import io.yipiao.verifier.verdict.VerdictKind;

import org.junit.jupiter.api.Test;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Bills that were issued elsewhere: filed, checked, claimed, and seen again. */
class ElsewhereTest extends FilingTest {
    @Test
    void a_bill_from_elsewhere_waits_for_a_clerk_and_nothing_is_on_the_ledger_before() {
        Declared declared = declared();
        ElsewhereFiling filing = filed(declared);
        assertEquals(ElsewhereFiling.State.WAITING, filing.state());
        catchUp();
        assertEquals(Optional.empty(), onLedger(declared));
        assertEquals(VerdictKind.ELSEWHERE, scanned(declared).kind());
        holds(as("chen").get("/desk"), 200, "外地票据待核对：1 张");
        holds(as("chen").get("/desk/elsewhere"), 200, filing.number().text(), "邻市第一医院");
        holds(
                as("chen").get("/desk/elsewhere/" + filing.number()),
                200,
                "未核实",
                "张示范 尾号 0024",
                "查验平台",
                "没有上传文件");
        assertEquals(403, as("citizen").get("/desk/elsewhere").statusCode());
    }

    @Test
    void what_the_clerk_records_makes_it_a_claim_whose_hold_opens_it_and_another_decides() {
        Declared declared = declared();
        ElsewhereFiling filing = filed(declared);
        Browser browser = as("chen");
        browser.get("/desk/elsewhere/" + filing.number());
        HttpResponse<String> recorded =
                browser.post("/desk/elsewhere/" + filing.number(), checked("100.00"));
        assertEquals(303, recorded.statusCode(), recorded.body());
        catchUp();

        ClaimView claim = claim(filing);
        assertEquals(ClaimState.FIRST_REVIEW, claim.state());
        assertEquals(filing.filedAt(), claim.receivedAt());
        // Out of the city and not filed: 72% of what is above 1,000.00 (examples, 3).
        assertEquals(Optional.of(new Fen(187_200)), claim.fund());
        assertFalse(claim.automatic());
        ProjectedBill place = onLedger(declared).orElseThrow();
        assertEquals(new Fen(187_200), place.held());
        Verdict verdict = scanned(declared);
        assertEquals(VerdictKind.HELD, verdict.kind());
        assertEquals("这张票，正在办理报销", verdict.sentence().chinese());
        holds(
                as("chen").get("/desk/elsewhere/" + filing.number()),
                200,
                "已受理，转为报销案件",
                "陈举例",
                "页面显示一致");

        assertInstanceOf(
                Decided.TakenIn.class,
                world.desk
                        .decisions()
                        .decide(world.clerk(), claim.number(), Ruling.approve(), Optional.empty()));
        Clerk li = new Clerk(world.person(ClaimWorld.MOTHER), LI);
        world.desk.decisions().decide(li, claim.number(), Ruling.approve(), Optional.empty());
        assertEquals(ClaimState.PROVED, now(claim).state());
        catchUp();
        Set<String> ours = Set.of(place.index().hex(), claim.number().text());
        // Other tests' bills stand on the same ledger.
        assertEquals(
                List.of(),
                new Reconciliation(world.database, Set.of("basic"))
                        .balance().differences().stream()
                                .filter(line -> ours.contains(line.name()))
                                .toList());
        holds(as("li").get("/desk/bills/" + claim.bill()), 200, "已经报销了一部分", "未核实");
        holds(as("li").get("/desk/claims/" + claim.number()), 200, "¥1,872.00");
    }

    @Test
    void an_item_without_an_answer_records_nothing_and_keeps_what_was_typed() {
        ElsewhereFiling filing = filed(declared());
        Browser browser = as("chen");
        browser.get("/desk/elsewhere/" + filing.number());
        Map<String, String> form = new HashMap<>(checked("100.00"));
        form.remove("standing");
        holds(
                browser.post("/desk/elsewhere/" + filing.number(), form),
                422,
                "<title>有错：",
                "这一项还没有回答",
                "页面显示一致",
                "示范检查");
        form = new HashMap<>(checked("100.01"));
        holds(browser.post("/desk/elsewhere/" + filing.number(), form), 422, "支付合计", "100.01");
        assertEquals(ElsewhereFiling.State.WAITING, now(filing).state());
    }

    @Test
    void what_the_official_site_does_not_know_is_refused_and_may_be_filed_again() {
        Declared declared = declared();
        ElsewhereFiling filing = filed(declared);
        Browser browser = as("chen");
        browser.get("/desk/elsewhere/" + filing.number());
        Map<String, String> form = new HashMap<>(checked(""));
        form.put("official", "NOT_FOUND");
        form.put("fees", "");
        HttpResponse<String> recorded = browser.post("/desk/elsewhere/" + filing.number(), form);
        assertEquals(303, recorded.statusCode(), recorded.body());
        assertEquals(Optional.of(Checklist.Why.NOT_FOUND), now(filing).why());
        assertTrue(world.desk.claims().one(filing.number(), Optional.empty()).isEmpty());
        assertNotSame(filing, filed(declared));
        HttpResponse<String> late =
                browser.post("/desk/elsewhere/" + filing.number(), checked("100.00"));
        assertEquals(409, late.statusCode());
    }

    @Test
    void everything_that_speaks_against_a_bill_has_its_own_reason() {
        assertEquals(
                List.of(
                        Optional.of(Checklist.Why.DIFFERS),
                        Optional.of(Checklist.Why.NOT_THE_PATIENT),
                        Optional.of(Checklist.Why.CLAIMED_ELSEWHERE),
                        Optional.of(Checklist.Why.VOID),
                        Optional.empty()),
                List.of(
                        refusal(Checklist.Official.DIFFERS, true, true, true),
                        refusal(Checklist.Official.GENUINE, false, true, true),
                        refusal(Checklist.Official.GENUINE, true, false, true),
                        refusal(Checklist.Official.GENUINE, true, true, false),
                        refusal(Checklist.Official.GENUINE, true, true, true)));
    }

    @Test
    void the_same_bill_again_names_the_first_and_the_same_form_again_is_one_filing() {
        Declared declared = declared();
        String key = UUID.randomUUID().toString();
        ElsewhereFiling first = taken(file(declared, key));
        assertEquals(first.number(), taken(file(declared, key)).number());
        assertEquals(
                first.number(),
                assertInstanceOf(
                                FiledElsewhere.Duplicate.class,
                                file(declared, UUID.randomUUID().toString()))
                        .first());
        accept(first);
        assertInstanceOf(
                FiledElsewhere.Duplicate.class, file(declared, UUID.randomUUID().toString()));
        assertTrue(
                world.desk
                        .elsewhere()
                        .withdraw(world.person(ClaimWorld.ZHANG), filed(declared()).number()));
    }

    @Test
    void a_number_of_a_hospital_here_is_refused_and_the_hospital_is_to_upload_it()
            throws Exception {
        Declared declared = declared();
        String number = declared.face().id().number();
        world.channel().openSeries(declared.face().id().code(), number, number);
        ElsewhereFiling filing = filed(declared);
        accept(filing);
        assertEquals(ClaimState.REFUSED, claim(filing).state());
        assertEquals(Optional.of(Reason.IN_SERIES), claim(filing).reason());
    }

    @Test
    void a_hospital_that_joins_later_makes_it_its_own_and_the_share_stays() {
        Declared declared = declared();
        ElsewhereFiling filing = filed(declared);
        accept(filing);
        UUID issued = world.registered(issued(filing, 0));
        drain();
        world.desk.conflicts().pass();
        catchUp();
        Verdict verdict = inquiry.ofText(code(issued), new Reader.Stranger()).verdict();
        assertEquals(VerdictKind.HELD, verdict.kind());
        assertEquals("真票，正在办理报销", verdict.sentence().chinese());
        ProjectedBill place = onLedger(declared).orElseThrow();
        assertEquals(ProjectedBill.State.OPEN, place.state());
        assertEquals(filing.number().text(), place.shares().getFirst().claim());
        Clerk li = new Clerk(world.person(ClaimWorld.MOTHER), LI);
        world.desk.decisions().decide(li, filing.number(), Ruling.approve(), Optional.empty());
        assertEquals(ClaimState.PROVED, claim(filing).state());
        assertEquals(List.of(), new Alarms(world.database, clock).list(AlarmFilter.all()));
    }

    @Test
    void a_hospital_that_joins_later_with_other_amounts_is_a_conflict() {
        Declared declared = declared();
        ElsewhereFiling filing = filed(declared);
        accept(filing);
        UUID issued = world.registered(issued(filing, 50_000));
        drain();
        world.desk.conflicts().pass();
        catchUp();
        assertEquals(ProjectedBill.State.CONFLICT, onLedger(declared).orElseThrow().state());
        assertEquals(1, new Alarms(world.database, clock).list(AlarmFilter.all()).size());
        recover();
        assertEquals(ClaimState.REFUSED, claim(filing).state());
        assertEquals(Optional.of(Reason.CONFLICT), claim(filing).reason());
        holds(
                as("chen").get("/desk/bills/" + issued),
                200,
                "同一号码有两份内容，先不办理",
                "付方申报，没有批次",
                "不一样：¥3,600.00");
    }

    @Test
    void a_filing_may_be_large_of_any_kind_we_name_and_of_no_other() throws FieldException {
        for (String begins :
                List.of("%PDF-1.7", "PK\u0003\u0004..", "<?xml", "\u00ff\u00d8\u00ff.")) {
            byte[] content = begins.getBytes(StandardCharsets.ISO_8859_1);
            SentPaper paper = SentPaper.of("../\"x\r\n.pdf", content);
            assertFalse(paper.name().matches(".*[/\"\\r\\n].*"), paper.name());
        }
        for (byte[] other :
                List.of(
                        "MZ program".getBytes(StandardCharsets.ISO_8859_1),
                        new byte[] {1},
                        new byte[SentPaper.LARGEST + 1])) {
            assertThrows(FieldException.class, () -> SentPaper.of("a.pdf", other));
        }
        Declared declared = declared();
        SentPaper paper =
                SentPaper.of("王的票据.pdf", "%PDF-1.7 x".getBytes(StandardCharsets.US_ASCII));
        ElsewhereFiling filing =
                taken(
                        world.desk
                                .elsewhere()
                                .file(
                                        world.claimant(ClaimWorld.ZHANG),
                                        world.person(ClaimWorld.ZHANG),
                                        declared,
                                        Optional.of(paper),
                                        UUID.randomUUID().toString()));
        HttpResponse<String> file = as("chen").get("/desk/elsewhere/" + filing.number() + "/file");
        assertEquals("%PDF-1.7 x", file.body());
        assertEquals(
                "attachment; filename=\"" + filing.number() + ".pdf\"",
                file.headers().firstValue("content-disposition").orElse(""));
        String stored =
                world.database.with(handle ->
                        handle.createQuery(
                                        "SELECT encode(file || declared, 'escape') FROM elsewhere"
                                                + " WHERE number = :no")
                                .bind("no", filing.number().text())
                                .mapTo(String.class)
                                .one());
        assertFalse(stored.contains("PDF") || stored.contains("hospital"), "it is encrypted");
    }

    @Test
    void who_files_or_is_the_patient_does_not_check_it() throws FieldException {
        ElsewhereFiling filing = filed(declared());
        Clerk himself = new Clerk(world.person(ClaimWorld.ZHANG), "张示范");
        assertInstanceOf(
                CheckedElsewhere.OwnClaim.class,
                world.desk
                        .elsewhere()
                        .record(himself, filing.number(), genuine(), entered(), PATIENCE));
    }
}
