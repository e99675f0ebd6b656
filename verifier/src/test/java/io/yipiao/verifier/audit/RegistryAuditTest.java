package io.yipiao.verifier.audit;

import static io.yipiao.verifier.audit.TestLedger.share;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.yipiao.verifier.batch.Batch;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.receipt.ShareState;

import org.junit.jupiter.api.Test;

/** What organisations that agree to break the registry's rules cannot hide. */
class RegistryAuditTest {
    private final TestLedger ledger = new TestLedger();

    @Test
    void adds_up_what_is_on_the_ledger() {
        ledger.commit(
                ledger.bill("hold", share("BASIC", "C-1", 183_070, "HELD")),
                ledger.anchor(TestLedger.batch(1_000)));
        ledger.commit(ledger.bill("stamp", share("BASIC", "C-1", 183_000, "STAMPED")));
        ledger.commit(
                ledger.bill(
                        "holdAndStamp",
                        share("BASIC", "C-1", 183_000, "STAMPED"),
                        share("SERIOUS", "C-2", 7, "STAMPED")));
        AuditReport report = ledger.audit();
        Found.nothing(report);
        assertEquals(1, report.totals().bills());
        assertEquals(1_000, report.totals().leaves());
        assertEquals(new ShareSum(2, 183_007), report.totals().shares().get(ShareState.STAMPED));
    }

    @Test
    void names_a_batch_whose_leaves_make_another_root() {
        Batch batch = TestLedger.batch(3);
        byte[] altered = batch.bytes();
        altered[0] ^= 1;
        ledger.commit(ledger.anchor(batch.header(), altered));
        Found.only(ledger.audit(), BreachKind.BATCH, 3, "its leaves make root");
    }

    @Test
    void names_a_batch_without_leaves_or_call() {
        Batch batch = TestLedger.batch(3);
        ledger.commit(ledger.anchor(batch.header(), new byte[0]));
        Found.only(ledger.audit(), BreachKind.BATCH, 3, "its leaves are 0 bytes");
        TestLedger second = new TestLedger();
        second.commit(
                second.call("hold")
                        .writing(
                                "batch/1/" + batch.header().root().hex(),
                                Json.object().put("keySeq", 1).put("size", 3).end()));
        Found.only(second.audit(), BreachKind.BATCH, 3, "a call of hold wrote it");
    }

    @Test
    void names_a_double_stamp_that_was_forced_through_the_write_set() {
        ledger.commit(ledger.bill("holdAndStamp", share("BASIC", "C-1", 183_070, "STAMPED")));
        ledger.commit(
                ledger.bill(
                        "holdAndStamp",
                        share("BASIC", "C-1", 183_070, "STAMPED"),
                        share("BASIC", "C-2", 100, "STAMPED")));
        Found.only(
                ledger.audit(),
                BreachKind.SUM,
                4,
                "taken twice: 183070 fen STAMPED of basic (BASIC) under C-1, and 100 fen STAMPED");
    }

    @Test
    void names_a_bill_of_which_more_is_taken_than_was_paid() {
        ledger.commit(ledger.bill("holdAndStamp", share("BASIC", "C-1", 335_431, "STAMPED")));
        Found.only(ledger.audit(), BreachKind.SUM, 3, "335431 fen are taken where 335430 may be");
    }

    @Test
    void names_moves_outside_the_table() {
        ledger.commit(ledger.bill("holdAndStamp", share("BASIC", "C-1", 100, "STAMPED")));
        ledger.commit(ledger.bill("release", share("BASIC", "C-1", 100, "RELEASED")));
        ledger.commit(ledger.bill("release"));
        AuditReport report = ledger.audit();
        Found.only(report, BreachKind.MOVE, 4, "release makes nothing it may of");
        TestLedger second = new TestLedger();
        second.commit(second.bill("stamp", share("BASIC", "C-1", 100, "STAMPED")));
        Found.only(second.audit(), BreachKind.MOVE, 3, "stamp does not make 100 fen STAMPED");
    }

    @Test
    void names_a_share_that_vanished() {
        ledger.commit(ledger.bill("hold", share("BASIC", "C-1", 100, "HELD")));
        ledger.commit(ledger.bill("hold"));
        Found.only(ledger.audit(), BreachKind.MOVE, 4, "hold makes nothing it may of 100 fen HELD");
    }

    @Test
    void follows_a_recovery_in_parts_and_no_fen_more() {
        ledger.commit(ledger.bill("holdAndStamp", share("BASIC", "C-1", 100, "STAMPED")));
        ledger.commit(ledger.bill("revoke", share("BASIC", "C-1", 100, "RECOVERING")));
        ledger.commit(
                ledger.bill(
                        "recover",
                        share("BASIC", "C-1", 60, "RECOVERING"),
                        share("BASIC", "C-1", 40, "REPAID")));
        Found.nothing(ledger.audit());
        ledger.commit(
                ledger.bill(
                        "writeOff",
                        share("BASIC", "C-1", 1, "RECOVERING"),
                        share("BASIC", "C-1", 40, "REPAID"),
                        share("BASIC", "C-1", 58, "WRITTEN_OFF")));
        Found.only(
                ledger.audit(),
                BreachKind.MOVE,
                6,
                "writeOff makes 58 fen WRITTEN_OFF of 59 fen RECOVERING");
    }

    @Test
    void names_a_value_that_does_not_read() {
        ledger.commit(ledger.bill("hold", share("BASIC", "C-1", 100, "GONE")));
        Found.only(ledger.audit(), BreachKind.RECORD, 3, "a share's state");
    }
}
