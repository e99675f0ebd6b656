package io.yipiao.gateway.web;

import io.yipiao.gateway.inquiry.TypedFace;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** The five elements that are printed on a bill (五要素), as fields of a form. */
public final class FaceFields {
    private FaceFields() {}

    /** Empty fields, in the paper's order: code, number, check, total, date. */
    public static List<Field> of(Frame frame) {
        return List.of(
                Field.text("code", frame.say("check.code"))
                        .withHint(frame.say("check.code.hint"))
                        .filledBy("off", "numeric"),
                Field.text("number", frame.say("check.number"))
                        .withHint(frame.say("check.number.hint"))
                        .filledBy("off", "numeric"),
                Field.text("check", frame.say("check.check"))
                        .withHint(frame.say("check.check.hint")),
                Field.text("total", frame.say("check.total"))
                        .withHint(frame.say("check.total.hint"))
                        .filledBy("off", "decimal"),
                Field.text("date", frame.say("check.date")).withType("date"));
    }

    /**
     * Reads the elements and marks what is wrong.
     *
     * @param fields changed in place where something is wrong
     * @param lacking whether a bill of a kind that prints no check code may be typed
     */
    public static Optional<TypedFace> read(
            Form form, List<Field> fields, Frame frame, boolean lacking) {
        String code = form.code("code");
        String number = form.code("number");
        String check = form.code("check");
        boolean none = lacking && check.isEmpty() && number.length() != 10;
        wrong(fields, "code", !code.matches("|\\d{8}|\\d{10}|\\d{12}"), frame, digits(code));
        wrong(fields, "number", !number.matches("\\d{8}|\\d{10}|\\d{20}"), frame, digits(number));
        wrong(fields, "check", !none && !check.matches("[0-9A-Za-z]{6}|\\d{20}"), frame, "");
        Optional<Fen> total = TypedYuan.read(form.code("total"));
        wrong(fields, "total", total.isEmpty(), frame, "");
        Optional<LocalDate> date = date(form.code("date"));
        wrong(fields, "date", date.isEmpty(), frame, "");
        if (fields.stream().anyMatch(field -> field.error().isPresent())) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    TypedFace.of(
                            Optional.empty(),
                            code,
                            number,
                            check,
                            total.orElseThrow(),
                            date.orElseThrow()));
        } catch (FieldException e) {
            wrong(fields, "number", true, frame, digits(number));
            return Optional.empty();
        }
    }

    private static void wrong(
            List<Field> fields, String name, boolean isWrong, Frame frame, String found) {
        if (isWrong) {
            fields.replaceAll(field ->
                    field.name().equals(name)
                            ? field.wrong(frame.say("check." + name + ".wrong", found))
                            : field);
        }
    }

    private static String digits(String text) {
        return Integer.toString(text.length());
    }

    /** A day as browsers send it. */
    public static Optional<LocalDate> date(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
