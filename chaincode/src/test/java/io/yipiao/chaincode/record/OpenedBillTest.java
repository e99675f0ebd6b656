package io.yipiao.chaincode.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Sm3;
import io.yipiao.verifier.fingerprint.BillIndex;
import io.yipiao.verifier.fingerprint.Fingerprint;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.receipt.ShareState;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

class OpenedBillTest {
    private static final SealedContent CONTENT =
            new SealedContent(
                    new Fingerprint(Sm3.of(new byte[0])), 1, new Fen(200_000), new Fen(70_000));

    private final OpenedBill empty = OpenedBill.of(CONTENT);

    @Test
    void makes_room_by_its_oldest_finished_share() {
        OpenedBill bill = withShares(BillShares.MOST, ShareState.RELEASED);
        OpenedBill more = bill.with(share(1000, ShareState.HELD)).orElseThrow();
        assertEquals(BillShares.MOST, more.shares().size());
        assertEquals("C1", more.shares().getFirst().claim().text());
        assertEquals("C1000", more.shares().getLast().claim().text());
    }

    @Test
    void keeps_occupied_shares_however_old() {
        OpenedBill bill =
                empty.with(share(500, ShareState.STAMPED))
                        .flatMap(b -> b.with(share(501, ShareState.RECOVERING)))
                        .orElseThrow();
        for (int i = 0; i < 100; i++) {
            bill = bill.with(share(i, ShareState.RELEASED)).orElseThrow();
        }
        assertEquals(BillShares.MOST, bill.shares().size());
        assertEquals("C500", bill.shares().get(0).claim().text());
        assertEquals("C501", bill.shares().get(1).claim().text());
        assertEquals("C38", bill.shares().get(2).claim().text());
    }

    @Test
    void has_no_room_where_all_shares_are_occupied() {
        OpenedBill bill = withShares(BillShares.MOST, ShareState.HELD);
        assertEquals(Optional.empty(), bill.with(share(1000, ShareState.HELD)));
    }

    @Test
    void counts_held_stamped_recovering_and_written_off_shares_as_taken() {
        OpenedBill bill = empty;
        for (ShareState state : ShareState.values()) {
            bill = bill.with(share(1, state)).orElseThrow();
        }
        assertEquals(70_000 - 4 * 100, bill.free());
    }

    @Test
    void offers_nothing_once_reversed() {
        OpenedBill bill = empty.reversedBy(new BillIndex(Sm3.of(new byte[] {7})));
        assertEquals(0, bill.free());
        assertTrue(bill.isReversed());
    }

    @Test
    void finds_the_latest_share_of_a_claim() {
        OpenedBill bill =
                empty.with(share(1, ShareState.RELEASED))
                        .flatMap(b -> b.with(share(1, ShareState.HELD)))
                        .orElseThrow();
        Share latest = bill.shareOf(new PayerId("basic"), new ClaimNumber("C1")).orElseThrow();
        assertEquals(ShareState.HELD, latest.state());
    }

    @Test
    void reads_what_it_writes() throws Exception {
        OpenedBill bill =
                withShares(3, ShareState.STAMPED)
                        .contradictedBy(
                                new SealedContent(
                                        new Fingerprint(Sm3.of(new byte[] {1})),
                                        2,
                                        new Fen(5),
                                        new Fen(4)))
                        .reversedBy(new BillIndex(Sm3.of(new byte[] {7})));
        assertEquals(bill, LedgerBill.read(bill.json()));
    }

    @Test
    void refuses_a_value_with_a_field_that_it_does_not_know() {
        TreeMap<String, Json> members = new TreeMap<>(empty.json().values());
        members.put("sharess", new Json.Items(List.of()));
        assertThrows(FieldException.class, () -> LedgerBill.read(new Json.Members(members)));
    }

    private OpenedBill withShares(int count, ShareState state) {
        OpenedBill bill = empty;
        for (int i = 0; i < count; i++) {
            bill = bill.with(share(i, state)).orElseThrow();
        }
        return bill;
    }

    private static Share share(int number, ShareState state) {
        return new Share(
                new PayerId("basic"),
                PayerClass.BASIC,
                new ClaimNumber("C" + number),
                new Fen(100),
                state,
                Optional.of(Sm3.of(new byte[] {2})),
                Optional.of("why"),
                List.of(new Act(ShareOperation.HOLD, number + 1, Sm3.of(new byte[0]), new Fen(1))));
    }
}
