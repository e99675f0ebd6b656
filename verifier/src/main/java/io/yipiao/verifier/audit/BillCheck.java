package io.yipiao.verifier.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Judges what a call made of one bill: how much is taken of it, and how each share moved. */
final class BillCheck {
    private static final String EXCHANGE = "exchange";

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
        for (Claim claim : claims()) {
            checkMoves(claim.old, claim.now);
        }
    }

    /** What comes with a paper counts, and what exceeds may only be under recovery. */
    private void checkSum() {
        boolean isMerge = function.equals(EXCHANGE);
        long taken = isMerge ? after.live() : after.occupied();
        long was = isMerge ? before.live() : before.occupied();
        if (taken > was && taken > after.limit()) {
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
        return bothLive
                || (bothOccupied && !one.isOfSameClaim(other) && !function.equals(EXCHANGE));
    }

    /** The shares of one claim that are not as they were. */
    private record Claim(List<AuditedShare> old, List<AuditedShare> now) {}

    private Collection<Claim> claims() {
        Map<List<String>, Claim> claims = new LinkedHashMap<>();
        before.shares().forEach(share -> of(claims, share).old.add(share));
        for (AuditedShare share : after.shares()) {
            Claim claim = of(claims, share);
            if (!claim.old.remove(share)) {
                claim.now.add(share);
            }
        }
        return claims.values();
    }

    private static Claim of(Map<List<String>, Claim> claims, AuditedShare share) {
        return claims.computeIfAbsent(
                List.of(share.payer(), share.payerClass(), share.claim()),
                key -> new Claim(new ArrayList<>(), new ArrayList<>()));
    }

    private void checkMoves(List<AuditedShare> old, List<AuditedShare> now) {
        List<AuditedShare> left = new ArrayList<>(now);
        for (AuditedShare share : old) {
            if (share.state().isOccupied() || !left.isEmpty()) {
                checkMove(share, left);
            }
        }
        for (AuditedShare share : left) {
            if (!ShareMove.begins(function, share.state())) {
                breaches.accept(
                        BreachKind.MOVE,
                        "%s does not begin a share: %s".formatted(function, share));
            }
        }
    }

    /** Takes out of what is left the share, or its two parts, that another became. */
    private void checkMove(AuditedShare old, List<AuditedShare> left) {
        Optional<AuditedShare> moved =
                left.stream()
                        .filter(share ->
                                ShareMove.of(function, old.state(), share.state()).isPresent())
                        .findFirst();
        if (moved.isEmpty()) {
            breaches.accept(
                    BreachKind.MOVE,
                    "%s makes %s of %s"
                            .formatted(function, left.isEmpty() ? "nothing" : left, old));
            left.clear();
            return;
        }
        left.remove(moved.get());
        Optional<AuditedShare> rest =
                left.stream().filter(share -> share.state() == old.state()).findFirst();
        rest.ifPresent(left::remove);
        long stayed = rest.map(AuditedShare::fen).orElse(0L);
        ShareMove row = ShareMove.of(function, old.state(), moved.get().state()).orElseThrow();
        if (!row.allows(old.fen(), moved.get().fen(), stayed)) {
            breaches.accept(
                    BreachKind.MOVE,
                    "%s makes %s of %s, and %d fen stay"
                            .formatted(function, moved.get(), old, stayed));
        }
    }
}
