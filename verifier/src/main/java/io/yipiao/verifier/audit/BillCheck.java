package io.yipiao.verifier.audit;

import io.yipiao.verifier.receipt.ShareState;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Judges what a call made of one bill: how much is taken of it, and how each share moved. */
final class BillCheck {
    private final String function;
    private final AuditedBill before;
    private final AuditedBill after;
    private final BiConsumer<BreachKind, String> breaches;

    BillCheck(
            String function,
            AuditedBill before,
            AuditedBill after,
            BiConsumer<BreachKind, String> breaches) {
        this.function = function;
        this.before = before;
        this.after = after;
        this.breaches = breaches;
    }

    void check() {
        checkSum();
        checkClasses();
        for (Map.Entry<Claim, Map<ShareState, Long>> claim : changes().entrySet()) {
            checkMoves(claim.getKey(), claim.getValue());
        }
    }

    private void checkSum() {
        long taken = after.occupied();
        if (taken > before.occupied() && taken > after.limit()) {
            breaches.accept(
                    BreachKind.SUM,
                    "%d fen are taken where %d may be".formatted(taken, after.limit()));
        }
    }

    private void checkClasses() {
        List<AuditedShare> shares = after.shares();
        for (int i = 0; i < shares.size(); i++) {
            for (int j = i + 1; j < shares.size(); j++) {
                AuditedShare one = shares.get(i);
                AuditedShare other = shares.get(j);
                boolean isNew = !before.shares().contains(one) || !before.shares().contains(other);
                if (isNew && isTwice(one, other)) {
                    breaches.accept(BreachKind.SUM, "taken twice: " + one + ", and " + other);
                }
            }
        }
    }

    /** Parts of one claim may be under recovery side by side; other claims' shares may not be. */
    private boolean isTwice(AuditedShare one, AuditedShare other) {
        boolean bothLive = one.state().isLive() && other.state().isLive();
        boolean bothOccupied = one.state().isOccupied() && other.state().isOccupied();
        if (!one.excludes(other)) {
            return false;
        }
        return bothLive || (bothOccupied && !one.isOfSameClaim(other));
    }

    /** Whose shares are parts of one another. */
    private record Claim(String payer, String payerClass, String claim) {
        static Claim of(AuditedShare share) {
            return new Claim(share.payer(), share.payerClass(), share.claim());
        }

        @Override
        public String toString() {
            return "of %s (%s) under %s".formatted(payer, payerClass, claim);
        }
    }

    /** How many fen each state of each claim gained or lost. */
    private Map<Claim, Map<ShareState, Long>> changes() {
        Map<Claim, Map<ShareState, Long>> changes = new LinkedHashMap<>();
        before.shares().forEach(share -> add(changes, share, -share.fen()));
        after.shares().forEach(share -> add(changes, share, share.fen()));
        return changes;
    }

    private static void add(
            Map<Claim, Map<ShareState, Long>> changes, AuditedShare share, long fen) {
        changes.computeIfAbsent(Claim.of(share), claim -> new EnumMap<>(ShareState.class))
                .merge(share.state(), fen, Long::sum);
    }

    private void checkMoves(Claim claim, Map<ShareState, Long> change) {
        for (Map.Entry<ShareState, Long> each : change.entrySet()) {
            if (each.getValue() < 0
                    && !isFollowed(claim, each.getKey(), -each.getValue(), change)) {
                return;
            }
        }
        for (Map.Entry<ShareState, Long> each : change.entrySet()) {
            ShareState state = each.getKey();
            if (each.getValue() > 0
                    && !ShareMove.begins(function, state)
                    && ShareMove.of(function, state, state).isEmpty()) {
                breaches.accept(
                        BreachKind.MOVE,
                        "%s does not make %d fen %s %s"
                                .formatted(function, each.getValue(), state, claim));
            }
        }
    }

    private Optional<ShareMove> row(ShareState from, ShareState to) {
        Optional<ShareMove> promotion =
                before.isPromotedTo(after)
                        ? ShareMove.of(ShareMove.PROMOTION, from, to)
                        : Optional.empty();
        return promotion.or(() -> ShareMove.of(function, from, to));
    }

    /**
     * Finds the state that what was lost went to, and takes it off what that gained; names it if
     * there is none.
     */
    private boolean isFollowed(
            Claim claim, ShareState from, long lost, Map<ShareState, Long> change) {
        long stayed =
                AuditedBill.sum(
                        after.shares().stream()
                                .filter(share -> share.state() == from)
                                .filter(share -> Claim.of(share).equals(claim))
                                .toList());
        for (ShareState to : ShareState.values()) {
            long gained = change.getOrDefault(to, 0L);
            Optional<ShareMove> row = row(from, to);
            if (gained > 0 && row.isPresent()) {
                long moved = Math.min(gained, lost);
                if (!row.get().allows(lost, moved, stayed)) {
                    breaches.accept(
                            BreachKind.MOVE,
                            "%s makes %d fen %s of %d fen %s %s, and %d stay"
                                    .formatted(function, moved, to, lost, from, claim, stayed));
                }
                change.put(to, gained - moved);
                return true;
            }
        }
        // What is finished makes room for new shares once there are too many.
        if (from.isOccupied()) {
            breaches.accept(
                    BreachKind.MOVE,
                    "%s makes nothing it may of %d fen %s %s"
                            .formatted(function, lost, from, claim));
        }
        return !from.isOccupied();
    }
}
