package io.yipiao.gateway.web.bureau;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.access.Owner;
import io.yipiao.gateway.access.Principal;
import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.alarm.AlarmFilter;
import io.yipiao.gateway.alarm.AlarmKind;
import io.yipiao.gateway.alarm.AlarmState;
import io.yipiao.gateway.alarm.Alarms;
import io.yipiao.gateway.alarm.Fact;
import io.yipiao.gateway.alarm.Facts;
import io.yipiao.gateway.alarm.Subject;
import io.yipiao.gateway.control.ControlMonitor;
import io.yipiao.gateway.control.ControlTotal;
import io.yipiao.gateway.control.ControlTotals;
import io.yipiao.gateway.control.IssueDay;
import io.yipiao.gateway.control.NumberRange;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.projection.LedgerView;
import io.yipiao.gateway.secrets.KeyFolder;
import io.yipiao.gateway.secrets.PersonalData;
import io.yipiao.gateway.secrets.Secrets;
import io.yipiao.gateway.store.Database;
import io.yipiao.gateway.store.TestDatabase;
import io.yipiao.gateway.watch.Freezes;
import io.yipiao.gateway.watch.Watcher;
import io.yipiao.gateway.web.Browser;
import io.yipiao.gateway.web.TestSite;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.canonical.Sm3;
import io.yipiao.verifier.fingerprint.IdentityBytes;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@Timeout(60)
class BureauPagesTest {
    @TempDir static Path folder;

    private static final Map<String, Principal> PEOPLE =
            Map.of(
                    "admin", person("局里甲", Role.ADMIN),
                    "other", person("局里乙", Role.ADMIN),
                    "supervisor", person("主管王", Role.SUPERVISOR),
                    "both", person("主管赵", Role.ADMIN, Role.SUPERVISOR));

    private final Database database = TestDatabase.fresh();
    private final Clock clock = Clock.systemUTC();
    private final Bills bills = new Bills(database, personal());
    private final Alarms alarms = new Alarms(database, clock);
    private final Freezes freezes = new Freezes(database, clock);
    private final Watcher watcher = new Watcher(database, List.of(), freezes, alarms, clock);
    private final ControlTotals totals =
            new ControlTotals(database, clock, new ControlMonitor(database, alarms, clock));
    private final TestSite site =
            new TestSite(
                    database,
                    "http://127.0.0.1",
                    cookie -> Optional.ofNullable(PEOPLE.get(cookie)),
                    pages ->
                            new BureauPages(
                                            alarms,
                                            totals,
                                            freezes,
                                            watcher,
                                            new LedgerView(database),
                                            bills,
                                            clock)
                                    .addTo(pages));

    @AfterEach
    void close() {
        site.close();
        database.close();
    }

    @Test
    void an_alarm_is_taken_in_hand_and_closed_with_a_reason_and_repeats_change_nothing() {
        holds(as("admin").get("/bureau"), 200, "没有新告警，拨付正常");
        alarms.raise(AlarmKind.OVERDUE, Subject.claim("C-000001"), Facts.of(Fact.COUNT, 3));
        holds(as("admin").get("/bureau"), 200, "有 1 个新告警");
        holds(as("admin").get("/bureau/alarms"), 200, "案件超期", "张数 3");
        String path = "/bureau/alarms/" + alarms.list(AlarmFilter.all()).getFirst().id();
        Browser admin = as("admin");
        holds(admin.get(path), 200, "C-000001", "开始处理", "关闭理由");

        assertEquals(303, admin.post(path + "/take", Map.of()).statusCode());
        assertEquals(303, admin.post(path + "/take", Map.of()).statusCode());
        holds(admin.get(path), 200, "处理中", "局里甲");
        assertFalse(admin.get(path).body().contains("开始处理</button>"));
        Browser other = as("other");
        other.get(path);
        holds(other.post(path + "/take", Map.of()), 409, "局里甲刚刚已处理");

        holds(admin.post(path + "/close", Map.of("reason", " ")), 422, "写明理由", "错误：");
        assertEquals(303, admin.post(path + "/close", Map.of("reason", "已催办")).statusCode());
        assertEquals(303, admin.post(path + "/close", Map.of("reason", "已催办")).statusCode());
        holds(admin.get(path), 200, "已关闭", "局里甲：已催办");
        assertEquals(AlarmState.CLOSED, alarms.list(AlarmFilter.all()).getFirst().state());
        assertEquals(3, alarms.history(alarms.list(AlarmFilter.all()).getFirst().id()).size());
        holds(admin.get("/bureau/alarms?state=NEW"), 200, "没有这样的告警");
        holds(admin.get("/bureau/alarms?state=CLOSED&kind=OVERDUE"), 200, path);
        assertEquals(404, admin.get("/bureau/alarms/" + UUID.randomUUID()).statusCode());
        assertEquals(404, admin.get("/bureau/alarms/x").statusCode());
    }

    @Test
    void every_kind_of_alarm_has_its_page_in_both_languages() {
        for (AlarmKind kind : AlarmKind.values()) {
            Facts facts = Facts.NONE;
            for (Fact fact : Fact.values()) {
                facts = facts.and(fact, "1");
            }
            alarms.raise(kind, Subject.issuer(7), facts);
        }
        for (var alarm : alarms.list(AlarmFilter.all())) {
            String path = "/bureau/alarms/" + alarm.id();
            assertEquals(200, as("admin").get(path).statusCode());
            assertEquals(200, as("admin").speaking("en").get(path).statusCode());
        }
        holds(as("admin").speaking("en").get("/bureau/alarms"), 200, "New alarms: 11");
    }

    @Test
    void what_was_reversed_leads_those_who_recover_it_to_its_recovery() {
        alarms.raise(AlarmKind.RED_AFTER_STAMP, Subject.claim("C-000001"), Facts.NONE);
        String path = "/bureau/alarms/" + alarms.list(AlarmFilter.all()).getFirst().id();
        holds(as("both").get(path), 200, "href=\"/desk/recoveries/C-000001\"", "追款 C-000001");
        String admins = as("admin").get(path).body();
        assertTrue(admins.contains("<span class=\"long\">案件 C-000001</span>"), admins);
        assertFalse(admins.contains("href=\"/desk"), "where he may not go no link leads");
    }

    @Test
    void bills_are_named_by_their_numbers_and_linked_for_those_who_may_open_them() {
        UUID one = stored("0000000071");
        UUID other = stored("0000000072");
        alarms.raise(
                AlarmKind.NEAR_DUPLICATE,
                Subject.pair(one, other),
                Facts.of(Fact.BILL, one).and(Fact.OTHER_BILL, other));
        String number = "99060226-0000000071";
        alarms.raise(
                AlarmKind.CONFLICT,
                Subject.bill(Sm3.of(new byte[] {1})),
                Facts.of(Fact.BILL, one).and(Fact.OTHER_BILL, one).and(Fact.BILL_NUMBER, number));
        UUID gone = UUID.randomUUID();
        alarms.raise(AlarmKind.DUPLICATE_TRIES, Subject.bill(gone), Facts.of(Fact.BILL, gone));

        String list = as("admin").get("/bureau/alarms").body();
        assertTrue(list.contains("票据 99060226-0000000071 · 另一张票据 99060226-0000000072"), list);
        assertTrue(list.contains("票据 " + gone.toString().substring(0, 16) + "…"), list);
        assertTrue(list.contains(">代码-号码 " + number + "<"), "a conflict's number once");
        assertFalse(list.contains(one.toString()) || list.contains(gone.toString()), list);
        String path =
                "/bureau/alarms/"
                        + alarms.list(AlarmFilter.all()).stream()
                                .filter(alarm -> alarm.kind() == AlarmKind.NEAR_DUPLICATE)
                                .findFirst()
                                .orElseThrow()
                                .id();
        String page = as("admin").get(path).body();
        assertTrue(page.contains("<span class=\"long\">票据 99060226-0000000071</span>"), page);
        assertFalse(page.contains("href=\"/desk/bills"), page);
        holds(
                as("both").get(path),
                200,
                "href=\"/desk/bills/" + one + "\">票据 99060226-0000000071",
                "href=\"/desk/bills/" + other + "\">票据 99060226-0000000072");
    }

    @Test
    void the_menu_marks_where_he_is_also_below_a_page_that_it_names() {
        Browser admin = as("admin");
        holds(admin.get("/bureau"), 200, "<a href=\"/bureau\" aria-current=\"page\">");
        for (String below :
                List.of("/bureau/alarms", "/bureau/alarms?state=NEW", "/bureau/hospitals")) {
            String page = admin.get(below).body();
            assertTrue(page.contains("<a href=\"/bureau\" aria-current=\"true\">"), below);
            assertEquals(2, page.split("aria-current=", -1).length, "one entry only: " + below);
        }
        String ledger = admin.get("/bureau/ledger").body();
        assertTrue(ledger.contains("<a href=\"/bureau/ledger\" aria-current=\"page\">"), ledger);
        assertTrue(ledger.contains("<a href=\"/bureau\">"), ledger);
    }

    @Test
    void payments_are_frozen_by_one_and_lifted_by_two() {
        Browser admin = as("admin");
        holds(admin.get("/bureau/ledger"), 200, "还没有看过各方节点", "冻结拨付");
        holds(admin.post("/bureau/ledger/freeze", Map.of("reason", "")), 422, "写明理由");
        assertEquals(303, admin.post("/bureau/ledger/freeze", Map.of("reason", "演练")).statusCode());
        holds(admin.get("/bureau/ledger"), 200, "拨付已冻结", "局里甲 冻结：演练");
        holds(admin.get("/bureau"), 200, "拨付已冻结");

        String path = "/bureau/ledger/" + freezes.current().orElseThrow().id() + "/lift";
        assertEquals(303, admin.post(path, Map.of("reason", "演练结束")).statusCode());
        holds(admin.get("/bureau/ledger"), 200, "局里甲 于 ", "申请解冻：演练结束", "确认解冻");
        holds(admin.post(path + "/1", Map.of("decision", "confirm")), 409, "申请和确认不能是同一人");
        assertTrue(freezes.isFrozen());

        Browser supervisor = as("supervisor");
        holds(supervisor.get("/bureau/ledger"), 200, "确认解冻");
        assertEquals(303, supervisor.post(path + "/1", Map.of("decision", "confirm")).statusCode());
        assertEquals(303, supervisor.post(path + "/1", Map.of("decision", "confirm")).statusCode());
        assertFalse(freezes.isFrozen());
        holds(supervisor.get("/bureau/ledger"), 200, "拨付没有冻结", "已解冻", "主管王");
        assertEquals(404, admin.post("/bureau/ledger/x/lift", Map.of("reason", "a")).statusCode());
        assertEquals(403, supervisor.get("/bureau/alarms").statusCode(), "alarms are the bureau's");
    }

    @Test
    void hospital_day_and_numbers_that_are_missing_are_named() {
        totals.state(
                List.of(
                        new ControlTotal(
                                new IssueDay(
                                        7,
                                        LocalDate.of(2026, 9, 30),
                                        BillId.Kind.FISCAL,
                                        "99060226"),
                                3,
                                new Fen(300_00),
                                List.of(new NumberRange("0000000011", "0000000013")))),
                "财政厅");
        holds(
                as("admin").get("/bureau/hospitals"),
                200,
                "有 1 个日期对不上财政的数",
                "2026-09-30",
                "缺 3 张，¥300.00",
                "0000000011-0000000013");
        holds(as("admin").get("/bureau/alarms"), 200, "票据与财政数对不上");
    }

    /** As much of a bill as its number takes. */
    private UUID stored(String number) {
        UUID id = UUID.randomUUID();
        byte[] none = new byte[64];
        byte[] identity = IdentityBytes.of(new BillId(BillId.Kind.FISCAL, "99060226", number));
        database.with(handle ->
                handle.execute(
                        """
                        INSERT INTO bill (id, fingerprint, identity, issuer, key_seq, seal, opening, salts,
                            head, person, total_fen, claimable_fen, issued_on)
                        VALUES (?, ?, ?, 7, 1, ?, ?, ?, ?, ?, 1, 1, now())
                        """,
                        id,
                        Sm3.of(identity).bytes(),
                        identity,
                        none,
                        none,
                        none,
                        none,
                        none));
        return id;
    }

    private PersonalData personal() {
        KeyFolder keys = KeyFolder.thatMakesMissing(folder.resolve(UUID.randomUUID().toString()));
        return Secrets.open(keys, database).personal();
    }

    private Browser as(String cookie) {
        Browser browser = site.browser();
        browser.cookies().put("session", cookie);
        return browser;
    }

    private static Principal person(String name, Role... roles) {
        return new Principal(UUID.randomUUID(), Set.of(roles), Owner.named(name));
    }

    private static void holds(HttpResponse<String> page, int status, String... texts) {
        assertEquals(status, page.statusCode(), page.body());
        for (String text : List.of(texts)) {
            assertTrue(page.body().contains(text), () -> text + " in " + page.body());
        }
    }
}
