package io.yipiao.gateway.web.desk;

import io.yipiao.gateway.claim.Closing;
import io.yipiao.gateway.claim.Settlement;
import io.yipiao.gateway.web.Field;
import io.yipiao.gateway.web.Form;
import io.yipiao.gateway.web.TypedYuan;
import io.yipiao.gateway.web.Visit;
import io.yipiao.verifier.bill.Fen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How a clerk wants to close a recovery, right or wrong.
 *
 * @param kind the name of a kind; empty if none was chosen
 * @param amount as it was typed
 * @param key names this form, so that it is sent once
 * @param faults what is wrong with it
 */
public record RecoveryForm(
        String kind, String amount, String note, String key, List<Field> faults) {
    private static final int LONGEST = 200;

    public RecoveryForm {
        faults = List.copyOf(faults);
    }

    /** Nothing chosen, all of what is open. */
    static RecoveryForm blank(Fen open) {
        return new RecoveryForm("", open.yuan(), "", UUID.randomUUID().toString(), List.of());
    }

    static RecoveryForm read(Visit visit) {
        Form form = visit.form();
        RecoveryForm sent =
                new RecoveryForm(
                        form.text("kind"),
                        form.code("amount"),
                        form.text("note"),
                        form.text("key").matches("[0-9a-f-]{36}")
                                ? form.text("key")
                                : UUID.randomUUID().toString(),
                        List.of());
        return sent.withFaults(sent.check(visit));
    }

    RecoveryForm withFaults(List<Field> other) {
        return new RecoveryForm(kind, amount, note, key, other);
    }

    /** The wish of a form without faults. */
    Closing closing() {
        Settlement.Kind how = Settlement.Kind.valueOf(kind);
        return new Closing(
                how,
                how == Settlement.Kind.OFFSET ? Optional.empty() : TypedYuan.read(amount),
                note);
    }

    public boolean is(String name) {
        return kind.equals(name);
    }

    private List<Field> check(Visit visit) {
        List<Field> wrong = new ArrayList<>();
        if (Arrays.stream(Settlement.Kind.values()).noneMatch(k -> k.name().equals(kind))) {
            wrong.add(Field.text("kind", "").wrong(visit.say("recovery.kind.none")));
        }
        boolean noAmount = TypedYuan.read(amount).filter(fen -> !fen.isZero()).isEmpty();
        if (!is(Settlement.Kind.OFFSET.name()) && noAmount) {
            wrong.add(amount(visit).wrong(visit.say("recovery.amount.wrong")));
        }
        if (note.isEmpty() || note.length() > LONGEST) {
            wrong.add(note(visit).wrong(visit.say("recovery.note.wrong", LONGEST)));
        }
        return wrong;
    }

    Field amount(Visit visit) {
        return Field.text("amount", visit.say("recovery.amount"))
                .withHint(visit.say("recovery.amount.hint"))
                .filledBy("off", "decimal")
                .filled(amount);
    }

    Field note(Visit visit) {
        return Field.text("note", visit.say("recovery.note"))
                .withHint(visit.say("recovery.note.hint"))
                .filled(note);
    }
}
