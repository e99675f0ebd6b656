package io.yipiao.gateway.web.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.claim.ClaimState;
import io.yipiao.gateway.claim.ClaimView;
import io.yipiao.gateway.claim.Ruling;
import io.yipiao.gateway.reconcile.Difference;
import io.yipiao.gateway.web.Browser;
import io.yipiao.gateway.web.desk.DeskTest;

import org.junit.jupiter.api.Test;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Ledger against database over HTTP. One test, as a second one's database would not know what the
 * first one put on their ledger.
 */
class AuditPagesTest extends DeskTest {

    @Test
    void ledger_and_database_agree_to_the_fen_until_somebody_changes_either() {
        holds(as("auditor").get("/audit"), 200, "没有差异", "没有数据", "已读到区块");

        ClaimView amount = decided(Ruling.approve());
        ClaimView gone = decided(Ruling.approve());
        ClaimView held = claimed();
        ClaimView ended = decided(Ruling.refuse("不在目录里"));
        ClaimView unproved = decided(Ruling.approve());
        ClaimView renamed = decided(Ruling.approve());
        drain();
        agrees(List.of(amount, gone, unproved, renamed), held);

        change("UPDATE ledger_share SET fen = fen + 1 WHERE claim = ?", amount);
        change("DELETE FROM ledger_share WHERE claim = ?", gone);
        change("UPDATE ledger_share SET state = 'STAMPED' WHERE claim = ?", held);
        change("UPDATE ledger_share SET state = 'HELD' WHERE claim = ?", ended);
        change("DELETE FROM receipt WHERE claim = ?", unproved);
        change("UPDATE ledger_share SET claim = '=CMD()' WHERE claim = ?", renamed);
        String batch =
                "(SELECT t.root FROM batch t JOIN batch_bill m ON m.batch = t.id JOIN claim c ON"
                        + " c.bill = m.bill WHERE c.number = ?)";
        change("DELETE FROM ledger_batch WHERE root = " + batch, amount);
        change("UPDATE ledger_batch SET size = 2 WHERE root = " + batch, gone);
        change("UPDATE ledger_batch SET issuer = 77 WHERE root = " + batch, held);
        change(
                "UPDATE outbox SET state = 'REFUSED' WHERE batch = (SELECT m.batch FROM batch_bill"
                        + " m JOIN claim c ON c.bill = m.bill WHERE c.number = ?)",
                ended);
        change(
                "UPDATE ledger_bill SET fingerprint = decode(repeat('00', 32), 'hex') WHERE"
                        + " bill_index = (SELECT bill_index FROM claim WHERE number = ?)",
                unproved);

        HttpResponse<String> page = as("auditor").get("/audit");
        holds(
                page,
                200,
                "<title>有 ",
                "账本有份额，本地没有案件",
                "案件已占用或盖章，账本没有份额",
                "href=\"/audit/claims/" + amount.number() + "\"",
                "tag stop\">不一样");
        holds(as("auditor").speaking("en").get("/audit"), 200, "Another amount", " differences");
        List<String> lines = export();
        assertEquals(names(), differences(lines), "" + lines);
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("SHARE,'=CMD(),basic")));

        stopProjecting();
        aheadOfTheProjection();
        holds(as("auditor").get("/audit"), 200, "截至 ", "还有没读到的区块");
    }

    private void agrees(List<ClaimView> stamped, ClaimView held) {
        HttpResponse<String> page = as("auditor").get("/audit");
        long fen = stamped.stream().mapToLong(one -> now(one).fund().orElseThrow().value()).sum();
        String sum = String.format("¥%,d.%02d", fen / 100, fen % 100);
        holds(page, 200, "<title>没有差异", ">4</td>", "<svg viewBox=\"0 0 640 220\"", sum);
        assertEquals(3, page.body().split(sum, -1).length, "once for each side");
        holds(as("auditor").speaking("en").get("/audit"), 200, "No differences", "Export");
        List<String> lines = export();
        assertEquals(Set.of(), differences(lines), "" + lines);
        assertTrue(lines.stream().anyMatch(line -> line.contains(held.number() + ",basic,HELD")));
        Browser auditor = as("auditor");
        HttpResponse<String> figure = auditor.get("/audit/anchored.csv");
        assertTrue(figure.body().matches("(?s)\uFEFFday,bills\r\n\\d{4}-\\d\\d-\\d\\d,6\r\n"));
        assertFalse(page.body().contains("张示范"), "nobody is named");
    }

    /** A claim decided at once, so that the next one is computed on it. */
    private ClaimView decided(Ruling ruling) {
        ClaimView claim = claimed();
        world.desk.decisions().decide(world.clerk(), claim.number(), ruling, Optional.empty());
        assertTrue(Set.of(ClaimState.PROVED, ClaimState.REFUSED).contains(now(claim).state()));
        return claim;
    }

    /** Puts something on the ledger that nobody projects any more. */
    private void aheadOfTheProjection() {
        world.anchored(sample());
    }

    private List<String> export() {
        HttpResponse<String> csv = as("auditor").get("/audit/export.csv");
        assertEquals("text/csv;charset=utf-8", csv.headers().firstValue("Content-Type").orElse(""));
        assertTrue(
                csv.headers().firstValue("Content-Disposition").orElse("").contains("attachment"));
        return csv.body().lines().skip(1).toList();
    }

    private static Set<String> differences(List<String> lines) {
        return lines.stream()
                .map(line -> line.substring(line.lastIndexOf(',') + 1))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names() {
        return Arrays.stream(Difference.values())
                .map(Enum::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void change(String sql, ClaimView claim) {
        int changed = world.database.with(handle -> handle.execute(sql, claim.number().text()));
        assertEquals(1, changed, sql);
    }
}
