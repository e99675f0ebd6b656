package io.yipiao.chaincode.record;

import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.receipt.ShareState;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The shares of one bill, the oldest first: at most 64, of which finished ones make room. A claim's
 * share may stand in parts, each in a state of its own; what was done to it stays with the part
 * that is not finished, so that it is remembered for as long.
 *
 * @param all all of them
 */
public record BillShares(List<Share> all) {
    /** How many shares a bill keeps. */
    public static final int MOST = 64;

    public BillShares {
        all = List.copyOf(all);
    }

    /** Fen that are taken. */
    public long occupied() {
        return all.stream()
                .filter(share -> share.state().isOccupied())
                .mapToLong(share -> share.fen().value())
                .sum();
    }

    /** With one share more, if there is room or a finished one makes room. */
    public Optional<BillShares> with(Share share) {
        List<Share> more = new ArrayList<>(all);
        more.add(share);
        return pruned(more);
    }

    /** With one share put in another's place. */
    public BillShares replace(Share before, Share after) {
        return new BillShares(all.stream().map(s -> s.equals(before) ? after : s).toList());
    }

    /**
     * With a part of a share, or all of it, in another state.
     *
     * @param share one of these
     * @param part how much of it
     * @param to the part's state
     * @param act what moves it
     */
    public Optional<BillShares> move(Share share, Fen part, ShareState to, Act act) {
        List<Share> moved = new ArrayList<>();
        for (Share other : all) {
            if (!other.equals(share)) {
                moved.add(other);
            } else if (part.equals(share.fen())) {
                moved.add(share.move(to, part, act));
            } else {
                moved.add(share.part(part, to));
                moved.add(share.move(share.state(), share.fen().minus(part), act));
            }
        }
        return pruned(joined(moved));
    }

    /** As a red bill leaves them. */
    public BillShares reversed() {
        return new BillShares(joined(all.stream().map(Share::reversed).toList()));
    }

    /** With another bill's after these, which turned out to be the same. */
    public Optional<BillShares> followedBy(BillShares later) {
        List<Share> more = new ArrayList<>(all);
        more.addAll(later.all);
        return pruned(joined(more));
    }

    /**
     * What a limit leaves of them, the oldest first and one claim a class: of what exceeds it, what
     * was held is released and what was stamped is to be recovered.
     */
    public Optional<BillShares> within(Fen limit) {
        List<Share> kept = new ArrayList<>();
        long left = limit.value();
        for (Share share : all) {
            List<ShareState> exceeding =
                    ShareTransition.next(ShareOperation.REVERSE, share.state());
            if (exceeding.isEmpty()) {
                kept.add(share);
                left -= share.state().isOccupied() ? share.fen().value() : 0;
                continue;
            }
            long fits = isKeptOut(share, kept) ? 0 : Math.max(0, left);
            Fen rest = share.fen().atMost(new Fen(Math.min(fits, Fen.LARGEST)));
            left -= rest.value();
            if (rest.equals(share.fen())) {
                kept.add(share);
            } else if (rest.isZero()) {
                kept.add(share.reversed());
            } else {
                kept.add(share.part(share.fen().minus(rest), exceeding.getFirst()));
                kept.add(share.reducedTo(rest));
            }
        }
        return pruned(joined(kept));
    }

    private static boolean isKeptOut(Share share, List<Share> older) {
        return older.stream()
                .anyMatch(other ->
                        other.excludes(share.payerClass(), share.payer())
                                && !other.isOf(share.payer(), share.claim()));
    }

    private static List<Share> joined(List<Share> shares) {
        List<Share> joined = new ArrayList<>();
        for (Share share : shares) {
            Optional<Share> same = joined.stream().filter(share::joins).findFirst();
            if (same.isPresent()) {
                joined.set(joined.indexOf(same.get()), same.get().plus(share));
            } else {
                joined.add(share);
            }
        }
        return joined;
    }

    private static Optional<BillShares> pruned(List<Share> shares) {
        List<Share> kept = new ArrayList<>(shares);
        for (int i = 0; kept.size() > MOST && i < kept.size(); ) {
            if (kept.get(i).state().isOccupied()) {
                i++;
            } else {
                kept.remove(i);
            }
        }
        return kept.size() > MOST ? Optional.empty() : Optional.of(new BillShares(kept));
    }
}
