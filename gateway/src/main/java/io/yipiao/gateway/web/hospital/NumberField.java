package io.yipiao.gateway.web.hospital;

import io.yipiao.gateway.intake.RelatedBills;
import io.yipiao.gateway.issuer.DrawnNumbers;
import io.yipiao.gateway.web.Field;
import io.yipiao.gateway.web.Visit;
import io.yipiao.verifier.bill.BillId;

import java.util.Optional;

/**
 * The number, and the check code, of a bill about to be issued: typed, or drawn from the hospital's
 * series where the field is left empty.
 */
final class NumberField {
    private final RelatedBills related;
    private final DrawnNumbers drawn;

    NumberField(RelatedBills related, DrawnNumbers drawn) {
        this.related = related;
        this.drawn = drawn;
    }

    /** A field for the number of a bill that is called so. */
    static Field number(String name, Visit visit) {
        return Field.text(name, visit.say("hospital.number." + name))
                .withHint(visit.say("hospital.number.hint"))
                .filledBy("off", "numeric");
    }

    /** A field for its check code. */
    static Field check(String name, Visit visit) {
        return Field.text(name, visit.say("hospital.number." + name))
                .withHint(visit.say("hospital.check.hint"));
    }

    /** The number field as it came back, filled where it was empty. */
    Field numbered(Field empty, int issuer, BillId.Kind kind, String code, Visit visit) {
        String typed = visit.form().code(empty.name());
        Field field = empty.filled(typed);
        if (typed.isEmpty()) {
            Optional<String> next = isDrawn(kind) ? drawn.next(issuer, code) : Optional.empty();
            return next.map(field::filled)
                    .orElseGet(() -> field.wrong(visit.say("hospital.number.none")));
        }
        Optional<BillId> id = id(kind, code, typed);
        if (id.isEmpty()) {
            return field.wrong(visit.say("hospital.number.wrong", typed.length()));
        }
        return related.isTaken(id.get(), issuer)
                ? field.wrong(visit.say("hospital.number.taken", typed))
                : field;
    }

    /** The check code's field as it came back, filled where it was empty. */
    Field checked(Field empty, BillId.Kind kind, Visit visit) {
        String typed = visit.form().code(empty.name());
        if (typed.isEmpty() && kind == BillId.Kind.FISCAL) {
            return empty.filled(drawn.checkCode());
        }
        boolean good = kind != BillId.Kind.FISCAL || typed.matches("[0-9A-Za-z]{6}");
        Field field = empty.filled(typed);
        return good ? field : field.wrong(visit.say("hospital.check.wrong"));
    }

    static Optional<BillId> id(BillId.Kind kind, String code, String number) {
        try {
            return Optional.of(BillId.of(kind, code, number));
        } catch (io.yipiao.verifier.bill.FieldException e) {
            return Optional.empty();
        }
    }

    private static boolean isDrawn(BillId.Kind kind) {
        return kind == BillId.Kind.FISCAL || kind == BillId.Kind.PAPER;
    }
}
