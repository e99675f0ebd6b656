package io.yipiao.gateway.web.desk;

import io.yipiao.gateway.web.Field;
import io.yipiao.gateway.web.Form;
import io.yipiao.gateway.web.TypedYuan;
import io.yipiao.gateway.web.Visit;
import io.yipiao.verifier.bill.Fen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What a supervisor wants done to a stamp, right or wrong.
 *
 * @param what REVOKE or AMEND; empty if nothing was sent
 * @param amount REVOKE: how much, as it was typed
 * @param lines AMEND: of the lines that were disallowed those that stay so
 * @param seen AMEND: the fen that he saw the sheet give; empty until then
 * @param key names this form, so that it is sent once
 */
public record StampForm(
        String what,
        String amount,
        Set<Integer> lines,
        String seen,
        String reason,
        String key,
        List<Field> faults) {
    private static final int LONGEST = 500;

    public StampForm {
        lines = Set.copyOf(lines);
        faults = List.copyOf(faults);
    }

    static StampForm blank(Set<Integer> lines) {
        return new StampForm("", "", lines, "", "", UUID.randomUUID().toString(), List.of());
    }

    static StampForm read(Visit visit) {
        Form form = visit.form();
        Set<Integer> lines = new TreeSet<>();
        form.all("line").stream()
                .filter(line -> line.matches("[0-9]{1,5}"))
                .forEach(line -> lines.add(Integer.valueOf(line)));
        StampForm sent =
                new StampForm(
                        form.text("what"),
                        form.code("amount"),
                        lines,
                        form.text("seen").matches("[0-9]{1,12}") ? form.text("seen") : "",
                        form.text(form.text("what").equals("AMEND") ? "why" : "reason"),
                        form.text("key").matches("[0-9a-f-]{36}")
                                ? form.text("key")
                                : UUID.randomUUID().toString(),
                        List.of());
        return sent.withFaults(sent.check(visit));
    }

    StampForm withFaults(List<Field> other) {
        return new StampForm(what, amount, lines, seen, reason, key, other);
    }

    StampForm seeing(Fen fund) {
        String fen = Long.toString(fund.value());
        return new StampForm(what, amount, lines, fen, reason, key, faults);
    }

    /** Whether the stamp is to be taken back; otherwise it is to be raised. */
    public boolean isRevoking() {
        return what.equals("REVOKE");
    }

    public boolean isAmending() {
        return what.equals("AMEND");
    }

    Optional<Fen> fen() {
        return TypedYuan.read(amount).filter(fen -> !fen.isZero());
    }

    Optional<Fen> seenAmount() {
        return seen.isEmpty() ? Optional.empty() : Optional.of(new Fen(Long.parseLong(seen)));
    }

    private List<Field> check(Visit visit) {
        List<Field> wrong = new ArrayList<>();
        if (!isAmending() && fen().isEmpty()) {
            wrong.add(Field.text("amount", "").wrong(visit.say("recovery.amount.wrong")));
        }
        if (reason.isEmpty() || reason.length() > LONGEST) {
            wrong.add(
                    Field.text(isAmending() ? "why" : "reason", "")
                            .wrong(visit.say("recovery.note.wrong", LONGEST)));
        }
        return wrong;
    }
}
