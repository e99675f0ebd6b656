package io.yipiao.gateway.web.desk;

import io.yipiao.gateway.claim.Checklist;
import io.yipiao.gateway.claim.ElsewhereFiling;
import io.yipiao.gateway.claim.ForeignBill;
import io.yipiao.gateway.web.Field;
import io.yipiao.gateway.web.FieldWords;
import io.yipiao.gateway.web.Frame;
import io.yipiao.gateway.web.TypedYuan;
import io.yipiao.gateway.web.Visit;
import io.yipiao.gateway.web.hospital.ExpectedWords;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The checklist of a bill from elsewhere as it is filled in.
 *
 * @param items what has to be answered, in order
 * @param fields what is entered of the bill, and what the clerk saw
 */
public record ChecklistForm(List<Item> items, List<Field> fields, Frame frame) {
    private static final Map<String, List<String>> ITEMS =
            Map.of(
                    "official", List.of("GENUINE", "NOT_FOUND", "DIFFERS"),
                    "person", List.of("yes", "no"),
                    "unclaimed", List.of("yes", "no"),
                    "standing", List.of("yes", "no"));
    private static final List<String> ORDER =
            List.of("official", "person", "unclaimed", "standing");

    public ChecklistForm {
        items = List.copyOf(items);
        fields = List.copyOf(fields);
    }

    /**
     * A question with its answers.
     *
     * @param chosen empty as long as it is not answered
     */
    public record Item(String name, List<String> answers, String chosen, boolean wrong) {}

    static ChecklistForm empty(Visit visit) {
        return new ChecklistForm(items(visit, false), fields(visit.frame()), visit.frame());
    }

    /** Sent with nothing answered, for the guide of components. */
    public static ChecklistForm unanswered(Visit visit) {
        return sent(visit);
    }

    static ChecklistForm sent(Visit visit) {
        List<Field> filled =
                fields(visit.frame()).stream().map(field -> field.filled(visit.form())).toList();
        ChecklistForm form = new ChecklistForm(items(visit, true), filled, visit.frame());
        if (form.value("seen").isEmpty() || form.value("seen").length() > Checklist.LONGEST) {
            form = form.wrong("seen", visit.say("elsewhere.seen.wrong", Checklist.LONGEST));
        }
        // What speaks against a bill is recorded without entering it.
        return form.accepts() ? form.entered() : form;
    }

    private static List<Item> items(Visit visit, boolean sent) {
        return ORDER.stream()
                .map(name -> {
                    List<String> answers = ITEMS.getOrDefault(name, List.of());
                    String chosen =
                            answers.contains(visit.form().text(name))
                                    ? visit.form().text(name)
                                    : "";
                    return new Item(name, answers, chosen, sent && chosen.isEmpty());
                })
                .toList();
    }

    private static List<Field> fields(Frame frame) {
        return List.of(
                Field.text("seen", frame.say("elsewhere.seen"))
                        .withHint(frame.say("elsewhere.seen.hint"))
                        .withType("area"),
                Field.text("institution", frame.say("elsewhere.institution"))
                        .withHint(frame.say("elsewhere.institution.hint")),
                Field.text("hospital", frame.say("elsewhere.hospital")),
                Field.text("encounter", frame.say("elsewhere.encounter")),
                Field.text("diagnoses", frame.say("elsewhere.diagnoses"))
                        .withHint(frame.say("elsewhere.diagnoses.hint")),
                Field.text("fund", frame.say("elsewhere.fund"))
                        .withHint(frame.say("elsewhere.fund.hint"))
                        .filledBy("off", "decimal"),
                Field.text("fees", frame.say("elsewhere.lines"))
                        .withHint(frame.say("elsewhere.lines.columns"))
                        .withType("area"));
    }

    /** The form of a page that nobody has filled in yet begins with what the citizen declared. */
    ChecklistForm beside(ElsewhereFiling filing) {
        boolean fresh = items.stream().allMatch(item -> item.chosen().isEmpty() && !item.wrong());
        return fresh
                ? with("hospital", filing.declared().hospital())
                        .with("fees", filing.declared().lines())
                        .with("fund", "0.00")
                : this;
    }

    /** What of it is wrong, for the summary. */
    public List<Field> faults() {
        List<Field> faults = new ArrayList<>();
        items.stream()
                .filter(Item::wrong)
                .map(item -> Field.text(item.name(), "").wrong(frame.say("elsewhere.unanswered")))
                .forEach(faults::add);
        fields.stream().filter(field -> field.error().isPresent()).forEach(faults::add);
        return faults;
    }

    /** The checklist, once all of it is answered. */
    Optional<Checklist> checklist() {
        if (items.stream().anyMatch(Item::wrong) || field("seen").error().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                new Checklist(
                        Checklist.Official.valueOf(answer("official")),
                        answer("person").equals("yes"),
                        answer("unclaimed").equals("yes"),
                        answer("standing").equals("yes"),
                        value("seen")));
    }

    /** What was entered of the bill, once all of it is. */
    Optional<ForeignBill> bill() {
        Optional<Fen> fund = TypedYuan.read(value("fund"));
        if (fund.isEmpty() || fields.stream().anyMatch(field -> field.error().isPresent())) {
            return Optional.empty();
        }
        return Optional.of(
                new ForeignBill(
                        value("institution"),
                        value("hospital"),
                        value("encounter"),
                        Arrays.stream(value("diagnoses").split("[\\s,，、;；]+"))
                                .filter(code -> !code.isEmpty())
                                .toList(),
                        fund.get(),
                        value("fees")));
    }

    private boolean accepts() {
        return checklist().filter(all -> all.refusal().isEmpty()).isPresent();
    }

    private ChecklistForm entered() {
        ChecklistForm form = this;
        for (String name : List.of("institution", "hospital", "encounter", "diagnoses", "fees")) {
            if (form.value(name).isEmpty()) {
                form = form.wrong(name, frame.say("elsewhere.empty"));
            }
        }
        return TypedYuan.read(value("fund")).isPresent()
                ? form
                : form.wrong("fund", frame.say("check.total.wrong"));
    }

    /** The form with what does not make a bill. */
    ChecklistForm wrong(FieldException fault) {
        String path = fault.field();
        String name =
                switch (path) {
                    case "code" -> "institution";
                    case "name" -> "hospital";
                    case "number" -> "encounter";
                    case "fund" -> "fund";
                    default -> path.startsWith("diagnoses") ? "diagnoses" : "fees";
                };
        String expected =
                frame.english()
                        ? fault.expected()
                        : ExpectedWords.inChinese(fault.expected(), frame::yuan);
        return wrong(
                name, frame.say("elsewhere.field.wrong", FieldWords.of(path, frame), expected));
    }

    private ChecklistForm wrong(String name, String why) {
        return new ChecklistForm(
                items,
                fields.stream()
                        .map(field -> field.name().equals(name) ? field.wrong(why) : field)
                        .toList(),
                frame);
    }

    private ChecklistForm with(String name, String value) {
        return new ChecklistForm(
                items,
                fields.stream()
                        .map(field -> field.name().equals(name) ? field.filled(value) : field)
                        .toList(),
                frame);
    }

    private String answer(String name) {
        return items.stream()
                .filter(item -> item.name().equals(name))
                .findFirst()
                .orElseThrow()
                .chosen();
    }

    public Field field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst().orElseThrow();
    }

    private String value(String name) {
        return field(name).value();
    }
}
