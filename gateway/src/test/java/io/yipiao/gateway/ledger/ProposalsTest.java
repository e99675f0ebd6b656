package io.yipiao.gateway.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

class ProposalsTest {
    private static final Call CALL = Call.of(Caller.INTAKE, "anchor");

    private final List<TransactionId> stored = new ArrayList<>();

    @Test
    void gives_up_after_the_fourth_race_each_stored_before_it_was_run() {
        UnluckyLedger ledger = new UnluckyLedger(Integer.MAX_VALUE);
        Proposals proposals = new Proposals(ledger);
        assertThrows(RaceLost.class, () -> proposals.settle(CALL, this::store));
        assertEquals(4, ledger.submitted.size());
        assertEquals(ledger.submitted, stored);
    }

    @Test
    void wins_the_third_race_after_two_lost() throws Exception {
        UnluckyLedger ledger = new UnluckyLedger(2);
        Settled settled = new Proposals(ledger).settle(CALL, this::store);
        assertEquals(stored.getLast(), settled.id());
        assertEquals(3, stored.size());
    }

    @Test
    void submits_what_was_stored_before_it_proposes_anew() throws Exception {
        UnluckyLedger ledger = new UnluckyLedger(1);
        Endorsed before = ledger.endorse(CALL);
        new Proposals(ledger).settle(CALL, Optional.of(before), this::store);
        assertEquals(before.id(), ledger.submitted.getFirst());
        assertEquals(1, stored.size());
    }

    @Test
    void submits_nothing_that_could_not_be_stored() {
        UnluckyLedger ledger = new UnluckyLedger(0);
        assertThrows(
                IllegalStateException.class,
                () ->
                        new Proposals(ledger)
                                .settle(
                                        CALL,
                                        endorsed -> {
                                            throw new IllegalStateException("disk full");
                                        }));
        assertEquals(List.of(), ledger.submitted);
    }

    private void store(Endorsed endorsed) {
        stored.add(endorsed.id());
    }

    /** Endorses everything and loses the first races. */
    private static final class UnluckyLedger implements LedgerClient {
        private final List<TransactionId> submitted = new ArrayList<>();
        private final int losses;
        private int endorsed;

        UnluckyLedger(int losses) {
            this.losses = losses;
        }

        @Override
        public Endorsed endorse(Call call) {
            byte[] id = ByteBuffer.allocate(32).putInt(++endorsed).array();
            return new Endorsed(new TransactionId(HexFormat.of().formatHex(id)), id, new byte[0]);
        }

        @Override
        public Commit submit(byte[] envelope) {
            TransactionId id = new TransactionId(HexFormat.of().formatHex(envelope));
            submitted.add(id);
            return submitted.size() > losses ? new Commit.Committed(id, 1) : new Commit.Lost(id, 1);
        }

        @Override
        public byte[] evaluate(Call call) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Proved prove(Call call) {
            throw new UnsupportedOperationException();
        }

        @Override
        public BlockStream blocks(long from) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long height() {
            throw new UnsupportedOperationException();
        }

        @Override
        public byte[] roots() {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<PeerView> peers() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }
}
