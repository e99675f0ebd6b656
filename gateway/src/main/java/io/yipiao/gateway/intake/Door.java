package io.yipiao.gateway.intake;

import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.bill.Relation;
import io.yipiao.verifier.fingerprint.Fingerprint;

import org.jdbi.v3.core.Handle;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is refused of new bills that read well: numbers that Finance never gave their issuer, red
 * bills of bills that somebody still holds on paper, papers of bills that were taken back, and a
 * second bill in the place of one. The ledger takes a red bill whatever its number, so it is taken
 * here too.
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
     * What was found.
     *
     * @param obstacles why bills are not let in
     * @param off numbers that Finance never gave their issuer, which are told once the transaction
     *     has ended, whichever way
     */
    record Judged(Map<Fingerprint, Obstacle> obstacles, Set<BillId> off) {}

    /** Judges bills that are about to be stored in this transaction, which keeps their papers. */
    Judged judge(Handle tx, List<ReadyBill> fresh) {
        Set<BillId> off = off(tx, fresh);
        Map<Fingerprint, Obstacle> obstacles = new LinkedHashMap<>();
        for (ReadyBill bill : fresh) {
            if (off.contains(bill.identity())) {
                obstacles.put(bill.fingerprint(), offSeries(bill.identity()));
            }
        }
        List<ReadyBill> numbered =
                fresh.stream().filter(bill -> !obstacles.containsKey(bill.fingerprint())).toList();
        lock(tx, numbered);
        Map<BillId, BillId> replaced = new HashMap<>();
        for (ReadyBill bill : numbered) {
            related(bill, Relation.Kind.EXCHANGES)
                    .flatMap(of -> exchange(tx, bill, of))
                    .or(() ->
                            related(bill, Relation.Kind.REPLACES)
                                    .flatMap(of -> replace(tx, bill, of, replaced)))
                    .ifPresent(obstacle -> obstacles.put(bill.fingerprint(), obstacle));
        }
        for (ReadyBill bill : numbered) {
            related(bill, Relation.Kind.REVERSES)
                    .flatMap(of -> Papers.outOf(tx, bill.issuer(), of))
                    .ifPresent(paper -> obstacles.put(bill.fingerprint(), onPaper(paper)));
        }
        return new Judged(obstacles, off);
    }

    void tell(int issuer, Set<BillId> off) {
        numbers.tell(issuer, off);
    }

    /** In one order, so that no two uploads wait for each other. */
    private static void lock(Handle tx, List<ReadyBill> bills) {
        bills.stream()
                .flatMap(bill -> bill.opening().core().relation().stream())
                .map(Relation::of)
                .distinct()
                .sorted(Comparator.comparing(BillId::toString))
                .forEach(of -> Papers.lock(tx, of));
    }

    /**
     * Keeps a paper. A red bill may come in before a paper of an earlier day; on one day it is the
     * paper that has to come first.
     */
    private static Optional<Obstacle> exchange(Handle tx, ReadyBill paper, BillId of) {
        Optional<BillId> red =
                DoorStore.takingBack(tx, paper.issuer(), of, paper.opening().core().date());
        if (red.isEmpty()) {
            Papers.add(tx, paper.id(), paper.issuer(), paper.identity(), of);
        }
        return red.map(Door::takenBack);
    }

    /**
     * One bill takes the place of one.
     *
     * @param before what replaces what, of the bills that come in with this one
     */
    private static Optional<Obstacle> replace(
            Handle tx, ReadyBill bill, BillId of, Map<BillId, BillId> before) {
        BillId first = before.getOrDefault(of, bill.identity());
        Optional<BillId> other =
                first.equals(bill.identity())
                        ? DoorStore.replacing(tx, bill.issuer(), of, bill.identity())
                        : Optional.of(first);
        if (other.isEmpty()) {
            before.put(of, bill.identity());
        }
        return other.map(Door::replaced);
    }

    private Set<BillId> off(Handle tx, List<ReadyBill> fresh) {
        List<ReadyBill> judged =
                fresh.stream()
                        .filter(bill -> related(bill, Relation.Kind.REVERSES).isEmpty())
                        .toList();
        return judged.isEmpty()
                ? Set.of()
                : numbers.off(tx, judged.getFirst().issuer(), Intake.identities(judged));
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

    private static Obstacle takenBack(BillId red) {
        return new Obstacle(
                new FieldException(
                        "relation.of",
                        "a bill that was not taken back",
                        "a bill that red bill " + red + " took back"),
                "Put no paper out for a bill that was taken back; of a bill that replaces it, send"
                        + " a paper of that one. The others are kept.");
    }

    private static Obstacle replaced(BillId by) {
        return new Obstacle(
                new FieldException(
                        "relation.of",
                        "a bill that no other bill replaces yet",
                        "a bill that is replaced by " + by),
                "Take back the bill that replaces it with a red bill, then send this one as"
                        + " replacing that; the others are kept.");
    }

    private static Optional<BillId> related(ReadyBill bill, Relation.Kind kind) {
        return bill.opening()
                .core()
                .relation()
                .filter(relation -> relation.kind() == kind)
                .map(Relation::of);
    }
}
