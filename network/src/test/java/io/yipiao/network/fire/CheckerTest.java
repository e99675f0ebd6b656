package io.yipiao.network.fire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.yipiao.network.fire.Told.Outcome;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.canonical.Sm3;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What must never be is found, each fault planted alone; what may be is passed over. */
class CheckerTest {
    private static final Digest BILL = Sm3.of(new byte[] {7});
    private static final String ROOT = "ab".repeat(32);

    private final List<Told> log = new ArrayList<>();
    private final History history = new History();

    @Test
    void a_claim_told_and_standing_is_well() throws Exception {
        told("C1", Outcome.DONE, "STAMPED");
        anchored();
        seen(false, "basic BASIC C1 600 STAMPED");
        assertFound();
    }

    @Test
    void a_stamp_that_a_red_bill_turned_into_a_recovery_is_well() throws Exception {
        told("C1", Outcome.DONE, "STAMPED");
        log.add(new Told("red", Asked.REVERSE, BILL, "", "", 0, Outcome.DONE, "REVERSED"));
        seen(false, "basic BASIC C1 600 STAMPED");
        seen(true, "basic BASIC C1 600 RECOVERING");
        assertFound();
    }

    @Test
    void an_unknown_outcome_may_stand_or_not() throws Exception {
        told("C1", Outcome.UNKNOWN, "");
        assertFound();
        seen(false, "basic BASIC C1 600 STAMPED");
        assertFound();
    }

    @Test
    void a_claim_whose_client_never_learned_its_number_is_his() throws Exception {
        log.add(new Told("key", Asked.STAMP, BILL, "basic", "", 0, Outcome.UNKNOWN, ""));
        seen(false, "basic BASIC 20261128-7 600 STAMPED");
        assertFound();
    }

    @Test
    void a_stamp_that_no_block_holds_is_lost() throws Exception {
        told("C1", Outcome.DONE, "STAMPED");
        seen(false, "basic BASIC C1 600 HELD");
        assertFound(Finding.Kind.LOST);
    }

    @Test
    void a_stamp_of_less_than_was_told_is_lost() throws Exception {
        told("C1", Outcome.DONE, "STAMPED");
        seen(false, "basic BASIC C1 599 STAMPED");
        assertFound(Finding.Kind.LOST);
    }

    @Test
    void a_stamp_that_vanished_later_is_lost() throws Exception {
        told("C1", Outcome.DONE, "STAMPED");
        seen(false, "basic BASIC C1 600 STAMPED");
        seen(false);
        assertFound(Finding.Kind.LOST);
    }

    @Test
    void a_release_that_is_held_again_is_lost() throws Exception {
        log.add(new Told("r", Asked.RELEASE, BILL, "basic", "C1", 600, Outcome.DONE, "RELEASED"));
        seen(false, "basic BASIC C1 600 RELEASED");
        seen(false, "basic BASIC C1 600 HELD");
        assertFound(Finding.Kind.LOST);
    }

    @Test
    void a_red_bill_that_took_nothing_back_is_lost() throws Exception {
        log.add(new Told("red", Asked.REVERSE, BILL, "", "", 0, Outcome.DONE, "REVERSED"));
        seen(false);
        assertFound(Finding.Kind.LOST);
    }

    @Test
    void an_anchor_that_no_block_holds_is_lost_and_one_written_twice_is_twice() throws Exception {
        log.add(new Told("a", Asked.ANCHOR, BILL, "", "", 1_000, Outcome.DONE, ROOT));
        assertFound(Finding.Kind.LOST);
        anchored();
        assertFound();
        anchored();
        assertFound(Finding.Kind.TWICE);
    }

    @Test
    void two_stamps_of_one_class_are_a_double_stamp() throws Exception {
        told("C1", Outcome.DONE, "STAMPED");
        told("C2", Outcome.DONE, "STAMPED");
        seen(false, "basic BASIC C1 600 STAMPED");
        seen(false, "basic BASIC C1 600 STAMPED", "basic BASIC C2 400 STAMPED");
        assertFound(Finding.Kind.DOUBLE_STAMP, Finding.Kind.LOST);
    }

    @Test
    void commercial_payers_have_a_seat_each() throws Exception {
        claim("one", "C1");
        claim("two", "C2");
        seen(false, "one COMMERCIAL C1 500 STAMPED", "two COMMERCIAL C2 500 STAMPED");
        assertFound();
    }

    private void claim(String payer, String claim) {
        log.add(new Told(claim, Asked.STAMP, BILL, payer, claim, 500, Outcome.DONE, "STAMPED"));
    }

    @Test
    void a_claim_that_is_stamped_again_is_twice() throws Exception {
        told("C1", Outcome.DONE, "STAMPED");
        seen(false, "basic BASIC C1 600 STAMPED");
        seen(false, "basic BASIC C1 700 STAMPED");
        assertFound(Finding.Kind.TWICE);
    }

    @Test
    void more_than_may_be_claimed_passes_the_limit() throws Exception {
        told("C1", Outcome.DONE, "STAMPED");
        told("C2", Outcome.UNKNOWN, "");
        seen(false, "basic BASIC C1 600 STAMPED", "serious SERIOUS_ILLNESS C2 401 HELD");
        assertFound(Finding.Kind.LIMIT, Finding.Kind.UNASKED);
    }

    @Test
    void a_hold_of_a_bill_that_was_taken_back_passes_the_limit() throws Exception {
        told("C1", Outcome.UNKNOWN, "");
        seen(true);
        seen(true, "basic BASIC C1 1 HELD");
        assertFound(Finding.Kind.LIMIT);
    }

    @Test
    void an_answer_that_changes_is_found_and_one_that_comes_after_a_failure_is_not()
            throws Exception {
        told("C1", Outcome.UNKNOWN, "");
        told("C1", Outcome.DONE, "STAMPED");
        told("C1", Outcome.DONE, "STAMPED");
        seen(false, "basic BASIC C1 600 STAMPED");
        assertFound();
        told("C1", Outcome.DONE, "STAMPED 601");
        assertFound(Finding.Kind.CHANGED_ANSWER);
    }

    @Test
    void a_share_that_nobody_asked_for_is_found() throws Exception {
        told("C1", Outcome.DONE, "STAMPED");
        seen(false, "basic BASIC C1 600 STAMPED", "assistance ASSISTANCE C9 1 STAMPED");
        assertFound(Finding.Kind.UNASKED);
    }

    @Test
    void a_no_for_a_reason_that_was_never_true_is_found() throws Exception {
        told("C1", Outcome.REFUSED, "OCCUPIED");
        assertFound(Finding.Kind.BASELESS);
        seen(false, "basic BASIC C2 600 HELD");
        told("C2", Outcome.UNKNOWN, "");
        assertFound();
        told("C3", Outcome.REFUSED, "REVERSED");
        assertFound(Finding.Kind.BASELESS);
    }

    @Test
    void the_log_reads_back_as_it_was_written(@TempDir Path folder) throws Exception {
        told("C1", Outcome.DONE, "a \"quoted\" answer\n");
        try (ToldLog file = new ToldLog(folder.resolve("told"))) {
            file.add(log.getFirst());
            assertEquals(log, file.read());
        }
    }

    private void told(String claim, Outcome outcome, String said) {
        log.add(new Told(claim, Asked.STAMP, BILL, "basic", claim, 600, outcome, said));
    }

    private void anchored() throws FieldException {
        history.add(Map.of("batch/1/" + ROOT, utf8("{\"size\":1}")));
    }

    /** A value of the bill, each share as {@code payer class claim fen state}. */
    private void seen(boolean red, String... shares) throws FieldException {
        StringBuilder json =
                new StringBuilder("{\"claimable\":1000,\"fingerprint\":\"" + BILL.hex() + "\"");
        json.append(red ? ",\"red\":\"x\"" : "").append(",\"shares\":[");
        for (int i = 0; i < shares.length; i++) {
            String[] of = shares[i].split(" ");
            json.append(i > 0 ? "," : "")
                    .append(
                            "{\"payer\":\"%s\",\"class\":\"%s\",\"claim\":\"%s\",\"fen\":%s,\"state\":\"%s\"}"
                                    .formatted((Object[]) of));
        }
        history.add(Map.of("bill/" + "00".repeat(32), utf8(json + "]}")));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void assertFound(Finding.Kind... kinds) {
        assertEquals(
                List.of(kinds).stream().sorted().toList(),
                Checker.check(log, history).stream().map(Finding::kind).sorted().toList());
    }
}
