package io.yipiao.gateway.web.front;

import io.yipiao.gateway.access.Page;
import io.yipiao.gateway.inquiry.Inquiry;
import io.yipiao.gateway.inquiry.LockedException;
import io.yipiao.gateway.inquiry.TypedFace;
import io.yipiao.gateway.web.Field;
import io.yipiao.gateway.web.Form;
import io.yipiao.gateway.web.Frame;
import io.yipiao.gateway.web.Pages;
import io.yipiao.gateway.web.Reply;
import io.yipiao.gateway.web.TypedYuan;
import io.yipiao.gateway.web.Visit;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks a bill by the five elements that are printed on it (五要素). */
public final class CheckPages {
    private final Inquiry inquiry;
    private final Showing showing;

    public CheckPages(Inquiry inquiry, Showing showing) {
        this.inquiry = inquiry;
        this.showing = showing;
    }

    public void addTo(Pages pages) {
        pages.on(Page.CHECK, visit -> Reply.page("check.jte", new CheckView(fields(visit), "")))
                .on(Page.CHECK_FACE, this::check);
    }

    /**
     * What the page shows.
     *
     * @param locked why nobody may look now; empty if he may
     */
    public record CheckView(List<Field> fields, String locked) {
        public CheckView {
            fields = List.copyOf(fields);
        }

        public Field field(String name) {
            return fields.stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
        }
    }

    private Reply check(Visit visit) {
        List<Field> fields =
                new ArrayList<>(
                        fields(visit).stream().map(field -> field.filled(visit.form())).toList());
        Optional<TypedFace> face = face(visit.form(), fields, visit.frame());
        if (face.isEmpty()) {
            return Reply.page(422, "check.jte", new CheckView(fields, ""));
        }
        try {
            return showing.page(visit, inquiry.ofFace(face.get(), visit.reader()));
        } catch (LockedException e) {
            return Reply.page(429, "check.jte", new CheckView(fields, visit.say("check.locked")));
        }
    }

    private static List<Field> fields(Visit visit) {
        return List.of(
                Field.text("code", visit.say("check.code"))
                        .withHint(visit.say("check.code.hint"))
                        .filledBy("off", "numeric"),
                Field.text("number", visit.say("check.number"))
                        .withHint(visit.say("check.number.hint"))
                        .filledBy("off", "numeric"),
                Field.text("check", visit.say("check.check"))
                        .withHint(visit.say("check.check.hint")),
                Field.text("total", visit.say("check.total"))
                        .withHint(visit.say("check.total.hint"))
                        .filledBy("off", "decimal"),
                Field.text("date", visit.say("check.date")).withType("date"));
    }

    private static Optional<TypedFace> face(Form form, List<Field> fields, Frame frame) {
        String code = form.code("code");
        String number = form.code("number");
        wrong(fields, "code", !code.matches("|\\d{8}|\\d{10}|\\d{12}"), frame, digits(code));
        wrong(fields, "number", !number.matches("\\d{8}|\\d{10}|\\d{20}"), frame, digits(number));
        wrong(fields, "check", !form.code("check").matches("[0-9A-Za-z]{6}|\\d{20}"), frame, "");
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
                            form.code("check"),
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

    private static Optional<LocalDate> date(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
