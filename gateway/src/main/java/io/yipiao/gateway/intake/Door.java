package io.yipiao.gateway.intake;

import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.bill.Relation;
import io.yipiao.verifier.fingerprint.Fingerprint;

import org.jdbi.v3.core.Handle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is refused of new bills that read well: numbers that Finance never gave their issuer, and
 * red bills of bills that somebody still holds on paper. The ledger takes a red bill whatever its
 * number, so it is taken here too.
 */
final class Door {
    private final Numbering numbers;

    Door(Numbering numbers) {
        this.numbers = numbers;
    }

    /**
     * Why a bill is not let in.
     *
     * @param advice what to do about it
     */
    record Obstacle(FieldException fault, String advice) {
        Outcome.Refused at(ReadyBill bill) {
            return new Outcome.Refused(bill.line(), Optional.of(bill.identity()), fault, advice);
        }
    }

    /**
     * Judges bills that are about to be stored in this transaction, which keeps their papers.
     *
     * @return those not let in
     */
    Map<Fingerprint, Obstacle> judge(Handle tx, List<ReadyBill> fresh) {
        Map<Fingerprint, Obstacle> obstacles = offSeries(tx, fresh);
        List<ReadyBill> numbered =
                fresh.stream().filter(bill -> !obstacles.containsKey(bill.fingerprint())).toList();
        for (ReadyBill bill : numbered) {
            related(bill, Relation.Kind.EXCHANGES)
                    .ifPresent(of -> Papers.add(tx, bill.id(), bill.issuer(), bill.identity(), of));
        }
        for (ReadyBill bill : numbered) {
            related(bill, Relation.Kind.REVERSES)
                    .flatMap(of -> Papers.outOf(tx, bill.issuer(), of))
                    .ifPresent(paper -> obstacles.put(bill.fingerprint(), onPaper(paper)));
        }
        return obstacles;
    }

    private Map<Fingerprint, Obstacle> offSeries(Handle tx, List<ReadyBill> fresh) {
        Map<Fingerprint, Obstacle> obstacles = new LinkedHashMap<>();
        List<ReadyBill> judged =
                fresh.stream()
                        .filter(bill -> related(bill, Relation.Kind.REVERSES).isEmpty())
                        .toList();
        if (judged.isEmpty()) {
            return obstacles;
        }
        Set<BillId> off = numbers.off(tx, judged.getFirst().issuer(), Intake.identities(judged));
        for (ReadyBill bill : judged) {
            if (off.contains(bill.identity())) {
                obstacles.put(bill.fingerprint(), offSeries(bill.identity()));
            }
        }
        return obstacles;
    }

    private static Obstacle offSeries(BillId id) {
        return new Obstacle(
                new FieldException(
                        "id.number",
                        "a number of a series that was opened for this issuer",
                        id.number()),
                "Ask Finance to open the series that this number is of, then send this bill again;"
                        + " the others are kept.");
    }

    private static Obstacle onPaper(BillId paper) {
        return new Obstacle(
                new FieldException(
                        "relation.of",
                        "a bill whose paper came back or was voided",
                        "a bill that is out as paper " + paper),
                "Record that paper as collected or voided, then send this red bill again; the"
                        + " others are kept.");
    }

    private static Optional<BillId> related(ReadyBill bill, Relation.Kind kind) {
        return bill.opening()
                .core()
                .relation()
                .filter(relation -> relation.kind() == kind)
                .map(Relation::of);
    }
}
