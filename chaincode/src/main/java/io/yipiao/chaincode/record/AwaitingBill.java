package io.yipiao.chaincode.record;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A bill known only from red bills that came before it: {@code {state: AWAITING, reds[]}}. Which of
 * them counts is known once the bill is opened, so one of each issuer and total waits.
 *
 * @param reds those that wait, the first first
 */
public record AwaitingBill(List<RedBill> reds) implements LedgerBill {
    /** How many of one issuer may wait; an issuer that errs more often only loses its own. */
    public static final int MOST_OF_AN_ISSUER = 8;

    public static final String STATE = "AWAITING";

    public AwaitingBill {
        reds = List.copyOf(reds);
    }

    static AwaitingBill read(Json.Members value) throws FieldException {
        value.only(Set.of("state", "reds"));
        List<RedBill> reds = new ArrayList<>();
        for (Json.Members red : value.items("reds").objects("reds")) {
            reds.add(RedBill.read(red));
        }
        return new AwaitingBill(reds);
    }

    @Override
    public Json.Members json() {
        return Json.object()
                .put("state", STATE)
                .put("reds", reds.stream().map(RedBill::json).toList())
                .end();
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
        return Optional.of(new AwaitingBill(more));
    }

    /** Whether a red bill of this issuer waits. */
    public boolean awaitsOneOf(int issuer) {
        return reds.stream().anyMatch(red -> red.issuer() == issuer);
    }

    /** The bill once it is opened, taken back if one that waited counts. */
    public OpenedBill open(SealedContent content) {
        OpenedBill opened = OpenedBill.of(content);
        return reds.stream()
                .filter(red -> red.countsFor(content))
                .findFirst()
                .map(red -> opened.reversedBy(red.index()))
                .orElse(opened);
    }
}
