package io.yipiao.chaincode.rules;

import static io.yipiao.chaincode.fixture.Channel.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.yipiao.chaincode.fixture.Call;
import io.yipiao.chaincode.fixture.Callers;
import io.yipiao.chaincode.fixture.Channel;
import io.yipiao.chaincode.fixture.Item;
import io.yipiao.chaincode.fixture.Refused;
import io.yipiao.chaincode.fixture.SealedBatch;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.verdict.RefusalCode;

import org.junit.jupiter.api.Test;

import java.util.List;

/** A stamp taken back, and the recovery closed in parts. */
class RecoverTest {
    private static final String ALREADY = "{\"outcome\":\"ALREADY\"}";
    private static final String DONE = "{\"outcome\":\"DONE\"}";

    private final Channel channel = new Channel();
    private final Opening bill = channel.hospital().bill(1, 1000);
    private final SealedBatch batch = channel.anchor(bill);

    RecoverTest() throws Exception {
        channel.holdAndStamp(batch, "basic", "C1", 1, 600);
    }

    @Test
    void a_stamp_is_taken_back_in_whole() throws Exception {
        Json.Members answer = channel.revoke(bill, "basic", "C1", 1, 600);
        assertEquals("RECOVERING", text(answer, "outcome"));
        assertEquals("600", text(answer, "fen"));
        assertLines("basic C1 RECOVERING 600");
    }

    @Test
    void a_stamp_is_lowered_by_the_part_that_was_too_much() throws Exception {
        channel.revoke(bill, "basic", "C1", 1, 150);
        assertLines("basic C1 RECOVERING 150", "basic C1 STAMPED 450");
        channel.revoke(bill, "basic", "C1", 2, 50);
        assertLines("basic C1 RECOVERING 200", "basic C1 STAMPED 400");
        Refused.with(RefusalCode.EXCEEDED, () -> channel.revoke(bill, "basic", "C1", 3, 401));
    }

    @Test
    void what_is_recovering_stays_taken() throws Exception {
        channel.revoke(bill, "basic", "C1", 1, 600);
        Refused.with(RefusalCode.OCCUPIED, () -> channel.hold(batch, "basic", "C2", 1, 1));
        Refused.with(RefusalCode.EXCEEDED, () -> channel.hold(batch, "serious", "C2", 1, 401));
        assertEquals("HELD", text(channel.hold(batch, "serious", "C2", 1, 400), "outcome"));
    }

    @Test
    void what_was_repaid_or_set_off_is_free_again() throws Exception {
        channel.revoke(bill, "basic", "C1", 1, 600);
        assertEquals(
                "REPAID", text(channel.recover(bill, "basic", "C1", 1, 200, "REPAID"), "outcome"));
        assertEquals(
                "OFFSET", text(channel.recover(bill, "basic", "C1", 2, 300, "OFFSET"), "outcome"));
        channel.recover(bill, "basic", "C1", 3, 100, "REPAID");
        assertLines("basic C1 REPAID 300", "basic C1 OFFSET 300");
        assertEquals("HELD", text(channel.hold(batch, "basic", "C2", 1, 1000), "outcome"));
    }

    @Test
    void what_was_written_off_stays_taken() throws Exception {
        channel.revoke(bill, "basic", "C1", 1, 600);
        assertEquals(DONE, channel.confirmed("writeOff", writeOff(1, 600)));
        assertLines("basic C1 WRITTEN_OFF 600");
        Refused.with(RefusalCode.OCCUPIED, () -> channel.hold(batch, "basic", "C2", 1, 1));
        Refused.with(RefusalCode.EXCEEDED, () -> channel.hold(batch, "serious", "C2", 1, 401));
    }

    @Test
    void a_part_is_written_off_by_two_organisations() throws Exception {
        channel.revoke(bill, "basic", "C1", 1, 600);
        Call call = Call.of("writeOff").with(writeOff(1, 250));
        assertPending(channel.ledger().submit(Callers.admin(Callers.FINANCE), call));
        assertPending(channel.ledger().submit(Callers.admin(Callers.HOSPITAL), call));
        assertLines("basic C1 RECOVERING 600");
        assertEquals(DONE, channel.ledger().submit(Callers.admin(Callers.INSURANCE), call));
        assertLines("basic C1 WRITTEN_OFF 250", "basic C1 RECOVERING 350");
        assertEquals(ALREADY, channel.ledger().submit(Callers.admin(Callers.INSURANCE), call));
        assertEquals(ALREADY, channel.confirmed("writeOff", writeOff(1, 250)));
        Refused.with(RefusalCode.MISMATCH, () -> channel.confirmed("writeOff", writeOff(1, 251)));
        Refused.with(RefusalCode.EXCEEDED, () -> channel.confirmed("writeOff", writeOff(2, 351)));
    }

    @Test
    void a_write_off_is_confirmed_only_where_it_still_applies() throws Exception {
        channel.revoke(bill, "basic", "C1", 1, 600);
        Call call = Call.of("writeOff").with(writeOff(1, 600));
        assertPending(channel.ledger().submit(Callers.admin(Callers.INSURANCE), call));
        channel.recover(bill, "basic", "C1", 1, 1, "REPAID");
        Refused.with(
                RefusalCode.EXCEEDED,
                () -> channel.ledger().submit(Callers.admin(Callers.FINANCE), call));
    }

    @Test
    void a_recovery_is_not_closed_otherwise() throws Exception {
        channel.revoke(bill, "basic", "C1", 1, 600);
        for (String to : List.of("WRITTEN_OFF", "RELEASED", "STAMPED", "gone")) {
            Refused.with(
                    RefusalCode.BAD_REQUEST,
                    () -> channel.recover(bill, "basic", "C1", 1, 600, to));
        }
        Refused.with(
                RefusalCode.EXCEEDED, () -> channel.recover(bill, "basic", "C1", 1, 601, "REPAID"));
        Refused.with(
                RefusalCode.BAD_REQUEST,
                () -> channel.recover(bill, "basic", "C1", 1, 0, "REPAID"));
        Refused.with(
                RefusalCode.BAD_REQUEST,
                () ->
                        channel.confirmed(
                                "writeOff",
                                Item.revoke(channel.index(bill), "basic", "C1", 1, 6).record()));
    }

    @Test
    void nothing_is_recovered_that_is_not_owed() {
        Refused.with(
                RefusalCode.WRONG_STATE,
                () -> channel.recover(bill, "basic", "C1", 1, 600, "REPAID"));
        Refused.with(
                RefusalCode.WRONG_STATE, () -> channel.confirmed("writeOff", writeOff(1, 600)));
        Refused.with(
                RefusalCode.UNKNOWN_SHARE,
                () -> channel.recover(bill, "basic", "C9", 1, 600, "REPAID"));
        Opening unknown = channel.hospital().bill(9, 1000);
        Refused.with(
                RefusalCode.UNKNOWN_BILL, () -> channel.revoke(unknown, "basic", "C1", 1, 600));
    }

    @Test
    void nothing_is_taken_back_that_is_not_stamped() throws Exception {
        channel.hold(batch, "serious", "C2", 1, 100);
        Refused.with(RefusalCode.WRONG_STATE, () -> channel.revoke(bill, "serious", "C2", 1, 100));
        Refused.with(
                RefusalCode.FORBIDDEN,
                () ->
                        channel.claims(
                                "serious",
                                "revoke",
                                Item.revoke(channel.index(bill), "basic", "C1", 1, 600)));
    }

    @Test
    void a_retry_is_answered_from_its_act_for_ever() throws Exception {
        Json.Members revoked = channel.revoke(bill, "basic", "C1", 1, 500);
        Json.Members repaid = channel.recover(bill, "basic", "C1", 1, 200, "REPAID");
        channel.confirmed("writeOff", writeOff(1, 300));
        channel.reverse(channel.anchor(channel.hospital().red(2, bill)));
        channel.recover(bill, "basic", "C1", 2, 100, "OFFSET");
        channel.ledger()
                .submit(
                        Callers.admin(Callers.FINANCE),
                        Call.of("suspendKey").with(Json.object().put("payer", "basic").end()));
        assertEquals(revoked, channel.revoke(bill, "basic", "C1", 1, 500));
        assertEquals(repaid, channel.recover(bill, "basic", "C1", 1, 200, "REPAID"));
        Refused.with(RefusalCode.MISMATCH, () -> channel.revoke(bill, "basic", "C1", 1, 499));
        Refused.with(
                RefusalCode.MISMATCH, () -> channel.recover(bill, "basic", "C1", 1, 200, "OFFSET"));
        Refused.with(
                RefusalCode.SUSPENDED_PAYER,
                () -> channel.recover(bill, "basic", "C1", 3, 1, "REPAID"));
        assertLines("basic C1 REPAID 200", "basic C1 WRITTEN_OFF 300", "basic C1 OFFSET 100");
    }

    @Test
    void a_red_bill_joins_the_parts_that_are_owed() throws Exception {
        channel.revoke(bill, "basic", "C1", 1, 150);
        channel.reverse(channel.anchor(channel.hospital().red(2, bill)));
        assertLines("basic C1 RECOVERING 600");
    }

    private Json.Members writeOff(int n, long fen) {
        return Item.writeOff(channel.index(bill), "basic", "C1", n, fen);
    }

    private void assertLines(String... lines) {
        assertEquals(List.of(lines), channel.shareLines(bill));
    }

    private static void assertPending(String answer) {
        assertEquals("{\"digest\":", answer.substring(0, 10));
    }
}
