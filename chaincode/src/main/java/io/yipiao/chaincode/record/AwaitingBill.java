package io.yipiao.chaincode.record;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A bill known only from red bills that came before it: {@code {state: AWAITING, reds[],
 * replacedBy?[]}}. Which red bill counts is known once the bill is opened, so one of each issuer
 * and total waits.
 *
 * @param reds those that wait, the first first
 * @param replacedBy issuers who replaced the bill by another, of which a share was taken
 */
public record AwaitingBill(List<RedBill> reds, SortedSet<Integer> replacedBy)
        implements LedgerBill {
    /** A bill of which nothing is known. */
    public static final AwaitingBill UNKNOWN =
            new AwaitingBill(List.of(), Collections.emptySortedSet());

    /** How many of one issuer may wait; an issuer that errs more often only loses its own. */
    public static final int MOST_OF_AN_ISSUER = 8;

    public static final String STATE = "AWAITING";

    public AwaitingBill {
        reds = List.copyOf(reds);
        replacedBy = Collections.unmodifiableSortedSet(new TreeSet<>(replacedBy));
    }

    /** A bill of which only these red bills are known. */
    public static AwaitingBill of(List<RedBill> reds) {
        return new AwaitingBill(reds, Collections.emptySortedSet());
    }

    static AwaitingBill read(Json.Members value) throws FieldException {
        value.only(Set.of("state", "reds", "replacedBy"));
        List<RedBill> reds = new ArrayList<>();
        for (Json.Members red : value.items("reds").objects("reds")) {
            reds.add(RedBill.read(red));
        }
        return new AwaitingBill(
                reds,
                value.has("replacedBy")
                        ? Numbers.read(value.items("replacedBy"))
                        : Collections.emptySortedSet());
    }

    @Override
    public Json.Members json() {
        Json.Writer out =
                Json.object()
                        .put("state", STATE)
                        .put("reds", reds.stream().map(RedBill::json).toList());
        if (!replacedBy.isEmpty()) {
            out.put("replacedBy", Numbers.write(replacedBy));
        }
        return out.end();
    }

    /** The bill with one more red bill waiting, unless it adds nothing to those that wait. */
    public Optional<AwaitingBill> with(RedBill red) {
        List<RedBill> own = reds.stream().filter(r -> r.issuer() == red.issuer()).toList();
        if (own.size() >= MOST_OF_AN_ISSUER
                || own.stream().anyMatch(r -> r.total().equals(red.total()))) {
            return Optional.empty();
        }
        List<RedBill> more = new ArrayList<>(reds);
        more.add(red);
        return Optional.of(new AwaitingBill(more, replacedBy));
    }

    /** Whether a red bill of this issuer waits. */
    public boolean awaitsOneOf(int issuer) {
        return reds.stream().anyMatch(red -> red.issuer() == issuer);
    }

    /** The bill once a share of the one that this issuer replaced it by was taken. */
    public AwaitingBill replacedBy(int issuer) {
        TreeSet<Integer> more = new TreeSet<>(replacedBy);
        more.add(issuer);
        return new AwaitingBill(reds, more);
    }

    /** The bill that was opened, taken back if one that waited counts and none counted before. */
    public OpenedBill appliedTo(OpenedBill opened) {
        return RedBill.firstOf(reds, opened);
    }
}
