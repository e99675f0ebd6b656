package io.yipiao.gateway.web.hospital;

import io.yipiao.gateway.intake.Refund;
import io.yipiao.gateway.web.Field;
import io.yipiao.gateway.web.Visit;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.FieldException;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The form by which a bill is taken back.
 *
 * @param lines the numbers of the lines that are refunded; all of them or none is the whole bill
 * @param fields numbers and check codes of the red bill and of the new one
 * @param at when it was first looked at, which a repeat brings back
 * @param key by which a repeat is known
 */
record RedForm(Bill original, Set<Integer> lines, List<Field> fields, Instant at, String key) {
    private static final String KEY = "[0-9a-f-]{36}";

    RedForm {
        lines = Set.copyOf(lines);
        fields = List.copyOf(fields);
    }

    /** As it is shown first. */
    static RedForm empty(Bill original, Visit visit, Clock clock) {
        return new RedForm(original, Set.of(), fields(visit), clock.instant(), key(visit));
    }

    /** As it came back, its empty fields filled. */
    static RedForm sent(Bill original, Visit visit, NumberField numbers, Clock clock) {
        Set<Integer> lines = new TreeSet<>();
        for (String line : visit.form().all("line")) {
            if (line.matches("[0-9]{1,4}")) {
                lines.add(Integer.parseInt(line));
            }
        }
        boolean part = isPart(original, lines);
        BillId.Kind kind = original.id().kind();
        int issuer = original.issuer().number();
        List<Field> fields = new ArrayList<>();
        for (Field field : fields(visit)) {
            boolean needed = part || field.name().startsWith("red");
            if (!needed) {
                fields.add(field.filled(visit.form()));
            } else if (field.name().endsWith("check")) {
                fields.add(numbers.checked(field, kind, visit));
            } else {
                fields.add(numbers.numbered(field, issuer, kind, original.id().code(), visit));
            }
        }
        return new RedForm(original, lines, distinct(fields, visit), at(visit, clock), key(visit));
    }

    private static List<Field> fields(Visit visit) {
        return List.of(
                NumberField.number("red", visit),
                NumberField.check("red-check", visit),
                NumberField.number("new", visit),
                NumberField.check("new-check", visit));
    }

    private static List<Field> distinct(List<Field> fields, Visit visit) {
        Field red = fields.getFirst();
        return fields.stream()
                .map(field ->
                        field.name().equals("new")
                                        && !field.value().isEmpty()
                                        && field.value().equals(red.value())
                                ? field.wrong(visit.say("hospital.number.taken", field.value()))
                                : field)
                .toList();
    }

    boolean isWrong() {
        return fields.stream().anyMatch(field -> field.error().isPresent());
    }

    /** Whether something of the bill is left. */
    boolean isPart() {
        return isPart(original, lines);
    }

    private static boolean isPart(Bill original, Set<Integer> lines) {
        return !lines.isEmpty() && lines.size() < original.lines().size();
    }

    /** What is issued: the red bill, and the new one if something is left. */
    List<Bill> bills() throws FieldException {
        Refund refund = new Refund(original, at);
        List<Bill> bills = new ArrayList<>();
        bills.add(refund.red(id("red"), check("red-check")));
        if (isPart()) {
            bills.add(refund.renewed(lines, id("new"), check("new-check")));
        }
        return bills;
    }

    private BillId id(String name) throws FieldException {
        return BillId.of(original.id().kind(), original.id().code(), value(name));
    }

    private Optional<String> check(String name) {
        return Optional.of(value(name)).filter(code -> !code.isEmpty());
    }

    private String value(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(Field::value)
                .findFirst()
                .orElseThrow();
    }

    private static Instant at(Visit visit, Clock clock) {
        try {
            Instant at = Instant.parse(visit.form().text("at"));
            return at.isAfter(clock.instant()) ? clock.instant() : at;
        } catch (DateTimeParseException e) {
            return clock.instant();
        }
    }

    private static String key(Visit visit) {
        String sent = visit.form().text("key");
        return sent.matches(KEY) ? sent : UUID.randomUUID().toString();
    }
}
