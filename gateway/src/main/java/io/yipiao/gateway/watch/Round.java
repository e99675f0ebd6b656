package io.yipiao.gateway.watch;

import io.yipiao.gateway.ledger.LedgerUnavailable;
import io.yipiao.gateway.ledger.PeerBlock;
import io.yipiao.gateway.ledger.PeerName;
import io.yipiao.gateway.ledger.PeerView;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One look at all peers. In the order of their heights each is compared with the next at the
 * lower's last block; as a block's hash takes in all before it, that compares everything that any
 * two of them have in common.
 */
record Round(List<Standing> standings, List<Fork> forks) {
    Round {
        standings = List.copyOf(standings);
        forks = List.copyOf(forks);
    }

    static Round of(List<PeerView> peers) {
        return new Look(peers).round();
    }

    /** Whether fewer than two answered, so that nothing could be compared. */
    boolean isBlind() {
        return standings.stream().filter(Standing::answered).count() < 2;
    }

    /** A look that is being taken. */
    private static final class Look {
        private final List<PeerView> peers;
        private final Map<PeerName, Long> heights = new HashMap<>();
        private final Map<PeerName, PeerBlock> last = new HashMap<>();
        private final Map<PeerName, String> faults = new HashMap<>();
        private final Set<PeerName> differing = new HashSet<>();
        private final List<Fork> forks = new ArrayList<>();

        Look(List<PeerView> peers) {
            this.peers = peers;
            peers.forEach(this::begin);
            List<PeerView> byHeight =
                    peers.stream()
                            .filter(peer -> height(peer) > 0)
                            .sorted(Comparator.comparingLong(this::height))
                            .toList();
            for (int i = 1; i < byHeight.size(); i++) {
                compare(byHeight.get(i - 1), byHeight.get(i));
            }
        }

        Round round() {
            return new Round(peers.stream().map(this::standing).toList(), forks);
        }

        private void begin(PeerView peer) {
            try {
                long height = peer.height();
                if (height > 0) {
                    last.put(peer.peer(), peer.block(height - 1));
                }
                heights.put(peer.peer(), height);
            } catch (LedgerUnavailable e) {
                fault(peer, e);
            }
        }

        private void compare(PeerView lower, PeerView higher) {
            PeerBlock one = lastOf(lower);
            try {
                PeerBlock other =
                        height(lower) == height(higher)
                                ? lastOf(higher)
                                : higher.block(one.number());
                if (!one.agreesWith(other)) {
                    forks.add(new Fork(lower.peer(), one, higher.peer(), other));
                    differing.add(lower.peer());
                    differing.add(higher.peer());
                }
            } catch (LedgerUnavailable e) {
                fault(higher, e);
            }
        }

        private PeerBlock lastOf(PeerView peer) {
            return Optional.ofNullable(last.get(peer.peer())).orElseThrow();
        }

        private long height(PeerView peer) {
            return heights.getOrDefault(peer.peer(), 0L);
        }

        private void fault(PeerView peer, LedgerUnavailable e) {
            String said = String.valueOf(e.getMessage());
            faults.put(peer.peer(), said.isBlank() ? "no answer" : said);
        }

        private Standing standing(PeerView view) {
            PeerName peer = view.peer();
            Optional<Long> height = Optional.ofNullable(heights.get(peer));
            long most = heights.values().stream().mapToLong(Long::longValue).max().orElse(0);
            return new Standing(
                    peer,
                    height.isPresent() ? OptionalLong.of(height.get()) : OptionalLong.empty(),
                    Optional.ofNullable(last.get(peer)),
                    height.map(own -> most - own).orElse(0L),
                    differing.contains(peer),
                    Optional.ofNullable(faults.get(peer)).orElse(""));
        }
    }
}
