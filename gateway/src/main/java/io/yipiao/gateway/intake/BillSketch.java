package io.yipiao.gateway.intake;

import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Relation;
import io.yipiao.verifier.fingerprint.IdentityBytes;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What stands beside a stored bill so that the same care is found under another number: its days,
 * the bill it speaks of, and marks of its items.
 *
 * @param first the day of the visit, or the first of the stay
 * @param marks an array of whole numbers as PostgreSQL spells it, each once, in order
 */
public record BillSketch(
        LocalDate first, LocalDate last, Optional<Relation> relation, String marks) {
    /** Enough to know a bill again by a part of it. */
    private static final int MOST_MARKS = 512;

    public static BillSketch of(Bill bill) {
        String marks =
                bill.lines().stream()
                        .map(ItemKey::of)
                        .flatMapToInt(ItemKey::marks)
                        .distinct()
                        .sorted()
                        .limit(MOST_MARKS)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(",", "{", "}"));
        return new BillSketch(
                bill.encounter().admitted(), bill.encounter().discharged(), bill.relation(), marks);
    }

    /** REVERSES, REPLACES or EXCHANGES. */
    public Optional<String> kind() {
        return relation.map(Relation::kind).map(Enum::name);
    }

    /** The identity of the bill it speaks of. */
    public Optional<byte[]> related() {
        return relation.map(Relation::of).map(IdentityBytes::of);
    }
}
