package io.yipiao.gateway.web.desk;

import io.yipiao.gateway.claim.Ruling;
import io.yipiao.gateway.claim.Verdict;
import io.yipiao.gateway.web.Field;
import io.yipiao.gateway.web.Form;
import io.yipiao.gateway.web.Visit;
import io.yipiao.verifier.bill.Fen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a clerk filled in, right or wrong: it is kept whatever becomes of it.
 *
 * @param ruling the name of a verdict; empty if none was chosen
 * @param lines the numbers of the lines that were ticked
 * @param seen the fen that the clerk saw; empty if he saw none
 * @param isLate whether it was sent when his session was over, and did not arrive
 * @param faults what is wrong with it
 */
public record RulingForm(
        String ruling,
        String reason,
        Set<Integer> lines,
        String seen,
        boolean isLate,
        List<Field> faults) {
    /** More than a claimant reads. */
    private static final int LONGEST = 500;

    private static final String FEN = "[0-9]{1,12}";

    public RulingForm {
        lines = Set.copyOf(lines);
        faults = List.copyOf(faults);
    }

    /** Nothing chosen yet, on a sheet of this amount. */
    static RulingForm blank(Optional<Fen> fund) {
        return new RulingForm("", "", Set.of(), seen(fund), false, List.of());
    }

    /** Reads what was sent, and says of each field what is wrong with it. */
    static RulingForm read(Visit visit) {
        return read(visit, visit.form());
    }

    /** The same of a form that he filled in before. */
    static RulingForm read(Visit visit, Form form) {
        Set<Integer> lines = new TreeSet<>();
        form.all("line").stream()
                .filter(line -> line.matches("[0-9]{1,5}"))
                .forEach(line -> lines.add(Integer.valueOf(line)));
        RulingForm sent =
                new RulingForm(
                        form.text("ruling"),
                        form.text("reason"),
                        lines,
                        form.text("seen").matches(FEN) ? form.text("seen") : "",
                        false,
                        List.of());
        return sent.withFaults(sent.check(visit));
    }

    /** The same with other faults. */
    RulingForm withFaults(List<Field> other) {
        return new RulingForm(ruling, reason, lines, seen, isLate, other);
    }

    /** The same for a clerk who has seen another amount. */
    RulingForm seeing(Optional<Fen> fund) {
        return new RulingForm(ruling, reason, lines, seen(fund), isLate, faults);
    }

    /** The same, come back after signing in again. */
    RulingForm late() {
        return new RulingForm(ruling, reason, lines, seen, true, faults);
    }

    static Field fault(Visit visit, String name, String sentence) {
        return Field.text(name, visit.say("desk." + name)).wrong(sentence);
    }

    Optional<Fen> seenAmount() {
        return seen.isEmpty() ? Optional.empty() : Optional.of(new Fen(Long.parseLong(seen)));
    }

    /** The verdict of a form without faults. */
    Verdict verdict() {
        return Verdict.valueOf(ruling);
    }

    /** The ruling of a form without faults. */
    Ruling asRuling() {
        return new Ruling(verdict(), reason, lines);
    }

    /** Whether this verdict is chosen. */
    public boolean is(String verdict) {
        return ruling.equals(verdict);
    }

    private List<Field> check(Visit visit) {
        List<Field> wrong = new ArrayList<>();
        boolean chosen = Arrays.stream(Verdict.values()).anyMatch(v -> v.name().equals(ruling));
        if (!chosen) {
            wrong.add(fault(visit, "ruling", visit.say("desk.ruling.none")));
        }
        if (chosen && verdict() != Verdict.APPROVE && reason.isEmpty()) {
            wrong.add(fault(visit, "reason", visit.say("desk.reason.none")));
        }
        if (reason.length() > LONGEST) {
            wrong.add(
                    fault(
                            visit,
                            "reason",
                            visit.say("desk.reason.long", LONGEST, reason.length())));
        }
        if (chosen && lines.isEmpty() && verdict() == Verdict.PART) {
            wrong.add(fault(visit, "lines", visit.say("desk.lines.none")));
        }
        if (chosen && !lines.isEmpty() && verdict() != Verdict.PART) {
            wrong.add(fault(visit, "lines", visit.say("desk.lines.ticked")));
        }
        return wrong;
    }

    private static String seen(Optional<Fen> fund) {
        return fund.map(fen -> Long.toString(fen.value())).orElse("");
    }
}
