package io.yipiao.gateway.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.ledger.LedgerUnavailable;
import io.yipiao.gateway.ledger.Organisation;
import io.yipiao.gateway.ledger.PeerBlock;
import io.yipiao.gateway.ledger.PeerName;
import io.yipiao.gateway.ledger.PeerView;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.OptionalLong;

/** What is behind is no difference; what differs is one however far behind it is. */
class RoundTest {
    private final TestPeer insurance = new TestPeer(Organisation.INSURANCE).holding(20);
    private final TestPeer hospital = new TestPeer(Organisation.HOSPITAL).holding(20);
    private final TestPeer finance = new TestPeer(Organisation.FINANCE).holding(20);

    @Test
    void peers_that_hold_the_same_do_not_differ() {
        assertEquals(List.of(), look().forks());
        assertFalse(look().isBlind());
    }

    @Test
    void one_that_is_behind_does_not_differ() {
        finance.holding(3);
        Round round = look();
        assertEquals(List.of(), round.forks());
        assertEquals(17, round.standings().getLast().lag());
        assertEquals(0, round.standings().getFirst().lag());
    }

    @Test
    void another_block_at_the_same_height_is_a_fork() {
        finance.forkedAt(19);
        Fork fork = only(look());
        assertEquals(19, fork.block().number());
        assertTrue(fork.peer().equals(finance.peer()) || fork.other().equals(finance.peer()));
    }

    @Test
    void another_past_of_one_that_is_behind_is_a_fork() {
        finance.holding(10).forkedAt(4);
        Fork fork = only(look());
        assertEquals(9, fork.block().number());
        assertEquals(finance.peer(), fork.peer());
        assertEquals(
                List.of(true, true),
                look().standings().stream()
                        .filter(Standing::differs)
                        .map(Standing::differs)
                        .toList());
    }

    @Test
    void a_fork_between_those_ahead_is_seen_past_one_that_is_behind() {
        hospital.holding(2);
        insurance.forkedAt(15);
        assertEquals(19, only(look()).block().number());
    }

    @Test
    void the_same_block_committed_otherwise_is_a_fork() {
        hospital.committedOtherwiseAt(7);
        assertFalse(look().forks().isEmpty());
    }

    @Test
    void one_that_keeps_no_commit_hash_is_compared_by_its_blocks() {
        hospital.committedOtherwiseAt(7);
        Round round = Round.of(List.of(new HashesOnly(insurance), hospital));
        assertEquals(List.of(), round.forks());
        finance.forkedAt(19);
        assertEquals(1, Round.of(List.of(new HashesOnly(insurance), finance)).forks().size());
    }

    @Test
    void who_does_not_answer_is_no_witness_and_the_others_are_compared() {
        hospital.silent(true);
        finance.forkedAt(12);
        Round round = look();
        assertEquals(1, round.forks().size());
        Standing silent = round.standings().get(1);
        assertFalse(silent.answered());
        assertEquals(OptionalLong.empty(), silent.height());
        assertFalse(silent.differs());
    }

    @Test
    void who_is_alone_is_compared_with_nobody() {
        hospital.silent(true);
        finance.silent(true);
        assertTrue(look().isBlind());
        assertEquals(List.of(), look().forks());
    }

    @Test
    void one_that_falls_silent_midway_is_a_fault_and_no_fork() {
        finance.holding(10);
        Round round = Round.of(List.of(finance, new SilentOnBlocks(insurance)));
        assertEquals(List.of(), round.forks());
        assertFalse(round.standings().getLast().answered());
    }

    @Test
    void a_peer_without_a_block_has_nothing_to_differ_in() {
        finance.holding(0);
        assertEquals(List.of(), look().forks());
        assertEquals(20, look().standings().getLast().lag());
    }

    private Round look() {
        return Round.of(List.of(insurance, hospital, finance));
    }

    private static Fork only(Round round) {
        assertEquals(1, round.forks().size());
        return round.forks().getFirst();
    }

    /** As the projection is: it has seen blocks, and committed none. */
    private record HashesOnly(PeerView peerView) implements PeerView {
        @Override
        public PeerName peer() {
            return peerView.peer();
        }

        @Override
        public long height() {
            return peerView.height();
        }

        @Override
        public PeerBlock block(long number) {
            PeerBlock block = peerView.block(number);
            return new PeerBlock(number, block.hash(), java.util.Optional.empty());
        }
    }

    /** It shows its last block, and then no other. */
    private record SilentOnBlocks(PeerView peerView) implements PeerView {
        @Override
        public PeerName peer() {
            return peerView.peer();
        }

        @Override
        public long height() {
            return peerView.height();
        }

        @Override
        public PeerBlock block(long number) {
            if (number < height() - 1) {
                throw new LedgerUnavailable("no more from me");
            }
            return peerView.block(number);
        }
    }
}
