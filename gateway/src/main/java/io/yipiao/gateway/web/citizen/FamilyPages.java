package io.yipiao.gateway.web.citizen;

import io.yipiao.gateway.access.Page;
import io.yipiao.gateway.claim.ClaimDesk;
import io.yipiao.gateway.claim.Mandate;
import io.yipiao.gateway.secrets.People;
import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.gateway.web.Field;
import io.yipiao.gateway.web.Mask;
import io.yipiao.gateway.web.NoPageException;
import io.yipiao.gateway.web.Pages;
import io.yipiao.gateway.web.Reply;
import io.yipiao.gateway.web.Visit;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.bill.IdType;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who acts for whom. A citizen says himself who may act for him; a guardian is recorded at a
 * window, where papers are seen.
 */
public final class FamilyPages {
    private final ClaimDesk desk;
    private final People people;

    FamilyPages(ClaimDesk desk, People people) {
        this.desk = desk;
        this.people = people;
    }

    void addTo(Pages pages) {
        pages.on(Page.FAMILY, visit -> page(200, visit, fields(visit)))
                .on(Page.ADD_MANDATE, this::add)
                .on(Page.REVOKE_MANDATE, this::revoke);
    }

    /**
     * A mandate as one of the two sees it.
     *
     * @param name the other's, masked
     * @param kind in words
     * @param until in words
     */
    public record Entry(String id, String name, String kind, String until) {}

    /**
     * What the page shows.
     *
     * @param mine who acts for the visitor
     * @param wards for whom the visitor acts
     */
    public record Family(List<Entry> mine, List<Entry> wards, List<Field> fields, String kind) {
        public Family {
            mine = List.copyOf(mine);
            wards = List.copyOf(wards);
            fields = List.copyOf(fields);
        }
    }

    private Reply page(int status, Visit visit, List<Field> fields) {
        PersonId me = visit.person();
        List<Entry> mine = new ArrayList<>();
        List<Entry> wards = new ArrayList<>();
        for (Mandate mandate : desk.mandates().of(me)) {
            if (mandate.principal().equals(me)) {
                mine.add(entry(visit, mandate, mandate.agent(), "family.for-good"));
            } else {
                wards.add(entry(visit, mandate, mandate.principal(), "family.no-end"));
            }
        }
        String kind = visit.form().text("kind").equals("AGENT") ? "AGENT" : "FAMILY";
        return Reply.page(status, "family.jte", new Family(mine, wards, fields, kind));
    }

    private Entry entry(Visit visit, Mandate mandate, PersonId other, String forGood) {
        return new Entry(
                mandate.id().toString(),
                desk.insured().name(other).map(Mask::name).orElse(visit.say("family.unknown")),
                visit.say("family.kind." + mandate.kind().name()),
                mandate.until()
                        .map(day -> visit.say("family.until", day))
                        .orElse(visit.say(forGood)));
    }

    private Reply add(Visit visit) throws FieldException {
        Typed typed = new Typed(visit, new ArrayList<>(fields(visit)));
        Optional<PersonId> agent = typed.agent();
        Optional<LocalDate> until = typed.until();
        if (typed.isWrong() || agent.isEmpty()) {
            return page(422, visit, typed.fields());
        }
        Mandate.Kind kind =
                visit.form().text("kind").equals("AGENT")
                        ? Mandate.Kind.AGENT
                        : Mandate.Kind.FAMILY;
        if (!stands(visit.person(), agent.get(), kind, until)) {
            desk.mandates()
                    .record(
                            kind,
                            visit.person(),
                            agent.get(),
                            until,
                            "",
                            visit.principal().token().toString());
        }
        return Reply.done("/family", "mandate-added");
    }

    /** Whether the same was recorded before, as by a form that was sent twice. */
    private boolean stands(
            PersonId principal, PersonId agent, Mandate.Kind kind, Optional<LocalDate> until) {
        return desk.mandates().of(principal).stream()
                .anyMatch(mandate ->
                        mandate.principal().equals(principal)
                                && mandate.agent().equals(agent)
                                && mandate.kind() == kind
                                && mandate.until().equals(until));
    }

    private Reply revoke(Visit visit) throws NoPageException {
        UUID id;
        try {
            id = UUID.fromString(visit.call().path("id"));
        } catch (IllegalArgumentException e) {
            throw new NoPageException();
        }
        if (!desk.mandates().gave(id, visit.person())) {
            throw new NoPageException();
        }
        desk.mandates().revoke(id, visit.person());
        return Reply.done("/family", "mandate-revoked");
    }

    private static List<Field> fields(Visit visit) {
        return List.of(
                Field.text("name", visit.say("family.name")),
                Field.text("number", visit.say("family.number"))
                        .withHint(visit.say("family.number.hint")),
                Field.text("until", visit.say("family.until.label"))
                        .withType("date")
                        .withHint(visit.say("family.until.hint")));
    }

    /** What was typed, checked field by field. */
    private final class Typed {
        private final Visit visit;
        private final List<Field> fields;

        Typed(Visit visit, List<Field> fields) {
            this.visit = visit;
            this.fields = fields;
            fields.replaceAll(field -> field.filled(visit.form()));
        }

        List<Field> fields() {
            return fields;
        }

        boolean isWrong() {
            return fields.stream().anyMatch(field -> field.error().isPresent());
        }

        /**
         * Name and number must belong together, so that no slip of the pen gives a mandate away;
         * whether a number is known at all is not told.
         */
        Optional<PersonId> agent() {
            String name = visit.form().code("name");
            String number = visit.form().code("number").toUpperCase(java.util.Locale.ROOT);
            if (name.isEmpty()) {
                wrong("name", "family.name.wrong");
            }
            if (!number.matches("\\d{17}[0-9X]")) {
                wrong("number", "family.number.wrong");
            }
            if (isWrong()) {
                return Optional.empty();
            }
            PersonId agent = people.id(IdType.RESIDENT_ID, number);
            if (agent.equals(visit.person())) {
                wrong("number", "family.number.self");
            } else if (desk.insured().name(agent).filter(name::equals).isEmpty()) {
                wrong("number", "family.number.other");
            }
            return Optional.of(agent);
        }

        Optional<LocalDate> until() {
            String typed = visit.form().text("until");
            if (typed.isEmpty()) {
                return Optional.empty();
            }
            try {
                LocalDate day = LocalDate.parse(typed);
                if (desk.mandates().isPast(day)) {
                    wrong("until", "family.until.past");
                }
                return Optional.of(day);
            } catch (DateTimeParseException e) {
                wrong("until", "family.until.wrong");
                return Optional.empty();
            }
        }

        private void wrong(String name, String key) {
            fields.replaceAll(
                    field -> field.name().equals(name) ? field.wrong(visit.say(key)) : field);
        }
    }
}
