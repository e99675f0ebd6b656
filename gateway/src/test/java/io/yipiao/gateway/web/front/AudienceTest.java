package io.yipiao.gateway.web.front;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.chromium.Pictures;
import io.yipiao.gateway.inquiry.ForgedCode;
import io.yipiao.gateway.inquiry.Inquiry;
import io.yipiao.gateway.inquiry.InquiryWorld;
import io.yipiao.gateway.intake.StoredBill;
import io.yipiao.gateway.start.RunningGateway;
import io.yipiao.gateway.store.Database;
import io.yipiao.gateway.store.TestDatabase;
import io.yipiao.gateway.web.Browser;
import io.yipiao.gateway.web.TestSite;
import io.yipiao.gateway.web.desk.BillNotes;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.Bills;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.Payments;
import io.yipiao.verifier.bill.Relation;
import io.yipiao.verifier.qr.Face;
import io.yipiao.verifier.qr.FaceReader;
import io.yipiao.verifier.verdict.VerdictKind;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Every verdict for everybody: what the page answers, and what it keeps to itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AudienceTest {
    /** A VAT invoice's code, which nobody here has a key for. */
    private static final String VAT =
            "01,04,031001900104,12345678,474.65,20260921,12345678901234567890,A1B2,";

    private static final List<String> PERSONAL = List.of("张示范", InquiryWorld.PATIENT, "I10");
    private static final List<String> CLAIMED =
            List.of("C-SECRET", "1,830.70", "183070", "基本医保", ">BASIC<");
    private static final String TAIL =
            InquiryWorld.PATIENT.substring(InquiryWorld.PATIENT.length() - 4);

    /** Of these nothing is proved. */
    private static final Set<VerdictKind> CLOSED =
            EnumSet.of(
                    VerdictKind.UNREAD,
                    VerdictKind.ALTERED,
                    VerdictKind.UNKNOWN,
                    VerdictKind.REVOKED,
                    VerdictKind.ELSEWHERE);

    private final Map<VerdictKind, String> paths = new EnumMap<>(VerdictKind.class);
    private final Map<VerdictKind, Map<Audience, HttpResponse<String>>> answers =
            new EnumMap<>(VerdictKind.class);
    private List<String> journal = List.of();

    /** Bills from elsewhere that somebody filed already. */
    private final Set<BillId> filed = new HashSet<>();

    private InquiryWorld world;
    private Database database;
    private TestSite site;

    @BeforeAll
    void ask(@TempDir Path folder) {
        world = new InquiryWorld(folder);
        database = TestDatabase.fresh();
        site =
                new TestSite(
                        database,
                        "https://" + InquiryWorld.HOST,
                        cookie -> Audience.valueOf(cookie).principal(world),
                        pages -> {
                            Inquiry inquiry =
                                    world.inquiry((agent, principal) ->
                                            Audience.actsFor(world, agent, principal));
                            Showing showing =
                                    new Showing(
                                            (visit, bill) -> Optional.empty(),
                                            new BillNotes(world.bills(), world.view()),
                                            world.codes(),
                                            filed::contains);
                            new BillPages(inquiry, showing).addTo(pages);
                            new ScanPages(inquiry, showing, 1 << 20).addTo(pages);
                        });
        fill();
        try (JournalLines lines = new JournalLines()) {
            paths.forEach(this::ask);
            world.cut(true);
            askOnceItIs(VerdictKind.NO_LEDGER, path(VerdictKind.PARTLY));
            world.cut(false);
            askOnceItIs(VerdictKind.PARTLY, path(VerdictKind.PARTLY));
            world.revokeKey();
            askOnceItIs(VerdictKind.REVOKED, path(VerdictKind.UNREGISTERED));
            journal = lines.lines();
        }
    }

    private void fill() {
        StoredBill open = world.anchored(world.bill());
        paths.put(VerdictKind.OPEN, path(open));
        paths.put(VerdictKind.UNREAD, path(open).replaceFirst(".$", ""));
        paths.put(VerdictKind.ALTERED, ForgedCode.dearer(world.codes().text(open)));
        paths.put(VerdictKind.UNKNOWN, ForgedCode.ofNoKey(world.codes().text(open)));
        StoredBill held = world.anchored(world.bill());
        world.hold(held, "basic", "C-SECRET-1", 183_070);
        paths.put(VerdictKind.HELD, path(held));
        StoredBill partly = world.anchored(world.bill());
        world.stamp(partly, "basic", "C-SECRET-2", 183_070);
        paths.put(VerdictKind.PARTLY, path(partly));
        StoredBill full = world.anchored(world.bill());
        world.stamp(full, "basic", "C-SECRET-3", 335_430);
        paths.put(VerdictKind.FULL, path(full));
        StoredBill reversed = world.anchored(world.bill());
        world.stamp(reversed, "basic", "C-SECRET-4", 183_070);
        world.anchored(Bills.red(reversed.bill(), InquiryWorld.number()));
        paths.put(VerdictKind.REVERSED, path(reversed));
        StoredBill replaced =
                world.anchored(Bills.replacing(reversed.bill(), InquiryWorld.number()));
        paths.put(VerdictKind.PART_REVERSED, path(replaced));
        // A bill that is on paper is no longer OPEN itself.
        StoredBill onPaper = world.anchored(world.bill());
        Relation exchanges = new Relation(Relation.Kind.EXCHANGES, onPaper.bill().id());
        paths.put(VerdictKind.EXCHANGED, path(world.anchored(world.paper(Optional.of(exchanges)))));
        StoredBill one = world.anchored(world.bill());
        Fen half = new Fen(one.bill().total().value() / 2);
        Bill two =
                Bills.paid(
                        one.bill(),
                        new Payments(half, Fen.ZERO, Fen.ZERO, one.bill().total().minus(half)));
        world.anchored(two);
        paths.put(VerdictKind.CONFLICT, path(one));
        paths.put(VerdictKind.UNREGISTERED, path(world.uploaded(world.bill())));
        paths.put(VerdictKind.ELSEWHERE, "");
    }

    private void ask(VerdictKind kind, String path) {
        Map<Audience, HttpResponse<String>> all = new EnumMap<>(Audience.class);
        for (Audience who : Audience.values()) {
            all.put(who, get(who, path));
        }
        answers.put(kind, all);
    }

    private void askOnceItIs(VerdictKind kind, String path) {
        RunningGateway.await(
                () -> get(Audience.STRANGER, path).body().contains(kind.sentence().chinese()));
        ask(kind, path);
    }

    /** Without a path: the photograph of a code from elsewhere. */
    private HttpResponse<String> get(Audience who, String path) {
        Browser browser = site.browser();
        browser.cookies().put("session", who.name());
        if (!path.isEmpty()) {
            return browser.get(path);
        }
        browser.get("/scan");
        return browser.upload("/scan", Map.of(), "vat.png", Pictures.code(VAT));
    }

    private String path(StoredBill bill) {
        return world.codes().text(bill).path();
    }

    private String page(VerdictKind kind, Audience who) {
        return answer(kind, who).body();
    }

    private HttpResponse<String> answer(VerdictKind kind, Audience who) {
        return Objects.requireNonNull(answers.getOrDefault(kind, Map.of()).get(who));
    }

    private String path(VerdictKind kind) {
        return Objects.requireNonNull(paths.get(kind));
    }

    @AfterAll
    void close() {
        site.close();
        database.close();
        world.close();
    }

    @ParameterizedTest
    @EnumSource(VerdictKind.class)
    void everybody_is_answered_with_the_same_verdict_which_nobody_keeps(VerdictKind kind) {
        for (Audience who : Audience.values()) {
            HttpResponse<String> answer = answer(kind, who);
            assertEquals(200, answer.statusCode(), who.name());
            assertTrue(
                    BillPageTest.heading(answer.body()).equals(kind.sentence().chinese()),
                    who.name());
            var headers = answer.headers();
            assertEquals("no-store", headers.firstValue("Cache-Control").orElse(""));
            assertEquals("no-referrer", headers.firstValue("Referrer-Policy").orElse(""));
        }
    }

    @ParameterizedTest
    @EnumSource(VerdictKind.class)
    void whom_it_does_not_concern_learns_the_printed_facts_alone(VerdictKind kind) {
        for (Audience who : Audience.values()) {
            if (who.isOutside()) {
                String page = page(kind, who) + answer(kind, who).headers().map();
                hasNone(page, PERSONAL, kind + " " + who);
                hasNone(page, CLAIMED, kind + " " + who);
                assertEquals(
                        kind == VerdictKind.ELSEWHERE || !CLOSED.contains(kind),
                        page.contains("<dl"),
                        kind + " " + who);
                assertFalse(page.contains("还可以报销"), kind + " " + who);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(VerdictKind.class)
    void owner_and_agent_also_see_lines_shares_and_what_is_left(VerdictKind kind) {
        for (Audience who : List.of(Audience.OWNER, Audience.AGENT)) {
            String page = page(kind, who);
            boolean opened = !CLOSED.contains(kind);
            assertEquals(opened, page.contains("还可以报销"), kind + " " + who);
            assertEquals(opened, page.contains("费用明细</h2>"), kind + " " + who);
            hasNone(page, PERSONAL, kind + " " + who);
        }
        assertTrue(page(VerdictKind.HELD, Audience.OWNER).contains("基本医保"));
        assertTrue(page(VerdictKind.PARTLY, Audience.AGENT).contains("C-SECRET-2"));
        assertTrue(page(VerdictKind.REVERSED, Audience.OWNER).contains("<dt>红票</dt>"));
        assertTrue(page(VerdictKind.NO_LEDGER, Audience.OWNER).contains("以上截至"));
    }

    @ParameterizedTest
    @EnumSource(VerdictKind.class)
    void staff_and_payers_also_see_whose_it_is_and_where_it_stands(VerdictKind kind) {
        for (Audience who : Audience.values()) {
            boolean opened = who.isOfficial() && !CLOSED.contains(kind);
            String page = page(kind, who);
            assertEquals(opened, page.contains("张示范 "), kind + " " + who);
            assertEquals(opened, page.contains("尾号 " + TAIL), kind + " " + who);
            assertFalse(page.contains(InquiryWorld.PATIENT), kind + " " + who);
            assertEquals(
                    opened && kind != VerdictKind.UNREGISTERED,
                    page.contains("<dt>区块</dt>"),
                    kind + " " + who);
        }
    }

    @Test
    void only_staff_and_payers_read_what_is_not_proved_and_it_says_so() {
        for (Audience who : Audience.values()) {
            String altered = page(VerdictKind.ALTERED, who);
            String revoked = page(VerdictKind.REVOKED, who);
            String conflict = page(VerdictKind.CONFLICT, who);
            assertEquals(who.isOfficial(), altered.contains("4,354.30"), who.name());
            assertEquals(who.isOfficial(), altered.contains("不可信"), who.name());
            assertEquals(who.isOfficial(), revoked.contains("<dt>密钥序号</dt>"), who.name());
            assertEquals(who.isOfficial(), revoked.contains("<dt>作废时间</dt>"), who.name());
            assertEquals(who.isOfficial(), conflict.contains("不一样："), who.name());
            assertEquals(
                    who.isOfficial() || who == Audience.OWNER || who == Audience.AGENT,
                    page(VerdictKind.REVERSED, who).contains("<dt>红票</dt>"),
                    who.name());
        }
    }

    @Test
    void a_payer_reads_his_own_case_and_no_other_payers() {
        assertTrue(page(VerdictKind.PARTLY, Audience.PAYER).contains("C-SECRET-2"));
        String other = page(VerdictKind.PARTLY, Audience.OTHER_PAYER);
        assertFalse(other.contains("C-SECRET"));
        assertTrue(other.contains("1,830.70"), "what is taken counts for all payers");
    }

    @Test
    void each_fact_of_a_bill_from_elsewhere_is_marked_and_it_is_never_called_genuine() {
        for (Audience who : Audience.values()) {
            String page = page(VerdictKind.ELSEWHERE, who);
            assertFalse(page.contains("真票"), who.name());
            assertEquals(count(page, "<dd>"), count(page, "（未核实）"), who.name());
            assertTrue(page.contains("12345678（未核实）"), who.name());
        }
    }

    @Test
    void a_bill_from_elsewhere_is_offered_to_be_filed_unless_it_was() {
        for (Audience who : List.of(Audience.STRANGER, Audience.OWNER)) {
            assertTrue(page(VerdictKind.ELSEWHERE, who).contains("申报外地票据"), who.name());
        }
        BillId id = ((Face.Foreign) FaceReader.read(VAT)).id().orElseThrow();
        filed.add(id);
        for (Audience who : List.of(Audience.STRANGER, Audience.OWNER)) {
            String page = get(who, "").body();
            assertFalse(page.contains("申报外地票据"), who.name());
            assertTrue(page.contains("这张票据已经在这里申报过，不能再申报"), who.name());
            assertTrue(page.contains("tel:12393"), "no dead end");
        }
        filed.clear();
    }

    @Test
    void the_page_of_what_differs_is_there_where_the_seal_proves_something() {
        paths.forEach((kind, path) -> {
            if (kind != VerdictKind.ELSEWHERE) {
                HttpResponse<String> answer = get(Audience.STRANGER, path + "/differs");
                boolean proven = !CLOSED.contains(kind) && kind != VerdictKind.UNREGISTERED;
                // The key is revoked by now, and what was never anchored proves nothing any more.
                assertEquals(proven ? 200 : 404, answer.statusCode(), kind.name());
                hasNone(answer.body(), PERSONAL, kind.name());
                hasNone(answer.body(), CLAIMED, kind.name());
            }
        });
    }

    @Test
    void a_proved_code_is_printed_again_and_no_other() {
        for (VerdictKind kind : VerdictKind.values()) {
            assertEquals(
                    !CLOSED.contains(kind),
                    page(kind, Audience.STRANGER).contains("shape-rendering=\"crispEdges\""),
                    kind.name());
        }
        String address = "HTTPS://YIPIAO.EXAMPLE" + path(VerdictKind.OPEN);
        assertTrue(page(VerdictKind.OPEN, Audience.STRANGER).contains(address));
    }

    @Test
    void the_journal_holds_neither_a_codes_text_nor_anything_personal() {
        String lines = String.join("\n", journal);
        assertTrue(lines.contains("page answered"));
        hasNone(lines, PERSONAL, "journal");
        hasNone(lines, List.of("C-SECRET", "12345678901234567890"), "journal");
        List<String> codes = new ArrayList<>(paths.values());
        codes.remove("");
        hasNone(lines, codes.stream().map(path -> path.substring(3, 40)).toList(), "journal");
    }

    private static int count(String page, String part) {
        return page.split(java.util.regex.Pattern.quote(part), -1).length - 1;
    }

    private static void hasNone(String page, List<String> secrets, String where) {
        for (String secret : secrets) {
            assertFalse(page.contains(secret), where + " holds " + secret);
        }
    }
}
