package io.yipiao.network.fire;

import static java.util.stream.Collectors.groupingBy;

import io.yipiao.verifier.canonical.Digest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares what clients were told with the blocks. It knows nothing else: no gateway's database, no
 * peer's state, none of the rules' code.
 */
public final class Checker {
    private static final Set<String> ROOM = Set.of("OCCUPIED", "EXCEEDED");

    private final List<Told> log;
    private final History history;
    private final List<Finding> findings = new ArrayList<>();

    private Checker(List<Told> log, History history) {
        this.log = log;
        this.history = history;
    }

    /** All that must never be, none if all is well. */
    public static List<Finding> check(List<Told> log, History history) {
        Checker checker = new Checker(log, history);
        checker.answers();
        Map<Digest, List<Told>> byBill =
                log.stream()
                        .collect(
                                groupingBy(
                                        Told::bill,
                                        LinkedHashMap::new,
                                        java.util.stream.Collectors.toList()));
        byBill.forEach(checker::bill);
        return List.copyOf(checker.findings);
    }

    /** A request that was answered is answered the same whenever it is asked again. */
    private void answers() {
        Map<String, String> first = new HashMap<>();
        for (Told told : log) {
            String answer = told.outcome() + " " + told.said();
            boolean isAnswer = told.outcome() == Told.Outcome.DONE;
            if (isAnswer && !first.computeIfAbsent(told.request(), r -> answer).equals(answer)) {
                find(
                        Finding.Kind.CHANGED_ANSWER,
                        told,
                        "first " + first.get(told.request()) + ", then " + answer);
            }
        }
    }

    private void bill(Digest fingerprint, List<Told> told) {
        List<SeenBill> seen = history.of(fingerprint);
        new BillJudge(fingerprint, seen, findings).judge(told);
        for (Told each : told) {
            switch (each.outcome()) {
                case DONE -> done(each, seen);
                case REFUSED -> refused(each, seen);
                case UNKNOWN -> {
                    // Either is right: it stands in the blocks or it does not.
                }
            }
        }
    }

    private void done(Told told, List<SeenBill> seen) {
        switch (told.asked()) {
            case ANCHOR -> {
                int times = history.batches(told.said());
                if (times != 1) {
                    find(
                            times == 0 ? Finding.Kind.LOST : Finding.Kind.TWICE,
                            told,
                            "its batch was written " + times + " times");
                }
                if (!seen.isEmpty() && seen.getLast().claimable() != told.fen()) {
                    find(Finding.Kind.LIMIT, told, "claimable " + seen.getLast().claimable());
                }
            }
            case REVERSE -> {
                if (seen.isEmpty() || !seen.getLast().isRed()) {
                    find(Finding.Kind.LOST, told, "the bill is not taken back");
                }
            }
            case HOLD, STAMP, RELEASE, REVOKE, REPAY -> share(told, seen);
        }
    }

    /** It stood in the blocks as told, and nothing took it away but what may. */
    private void share(Told told, List<SeenBill> seen) {
        boolean stood =
                seen.stream()
                        .anyMatch(bill ->
                                bill.fen(told.payer(), told.claim(), told.asked().state())
                                        >= told.fen());
        if (!stood) {
            find(Finding.Kind.LOST, told, "no block holds it");
            return;
        }
        List<SeenBill.Share> last =
                seen.getLast().shares().stream()
                        .filter(share -> share.isOf(told.payer(), told.claim()))
                        .toList();
        if (last.isEmpty()
                || last.stream().noneMatch(share -> told.asked().mayBecome(share.state()))) {
            find(Finding.Kind.LOST, told, "it stood there, and at the end there is " + last);
        }
    }

    private void refused(Told told, List<SeenBill> seen) {
        boolean isWithoutRival =
                ROOM.contains(told.said())
                        && seen.stream().allMatch(bill -> othersFree(bill, told));
        boolean isWithoutRed =
                told.said().equals("REVERSED") && seen.stream().noneMatch(SeenBill::isRed);
        if (isWithoutRival || isWithoutRed) {
            find(Finding.Kind.BASELESS, told, "it was never so");
        }
    }

    private static boolean othersFree(SeenBill bill, Told told) {
        return bill.shares().stream()
                .noneMatch(share -> share.isOccupied() && !share.isOf(told.payer(), told.claim()));
    }

    private void find(Finding.Kind kind, Told told, String why) {
        findings.add(new Finding(kind, told.line() + ": " + why));
    }
}
