package io.yipiao.gateway.web.citizen;

import io.yipiao.gateway.access.Page;
import io.yipiao.gateway.claim.ClaimDesk;
import io.yipiao.gateway.claim.Claimant;
import io.yipiao.gateway.claim.Declared;
import io.yipiao.gateway.claim.FiledElsewhere;
import io.yipiao.gateway.claim.Mandate;
import io.yipiao.gateway.claim.SentPaper;
import io.yipiao.gateway.inquiry.TypedFace;
import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.gateway.web.FaceFields;
import io.yipiao.gateway.web.Field;
import io.yipiao.gateway.web.Mask;
import io.yipiao.gateway.web.Pages;
import io.yipiao.gateway.web.Reply;
import io.yipiao.gateway.web.SentFile;
import io.yipiao.gateway.web.Visit;
import io.yipiao.verifier.bill.CareKind;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.verdict.Sentence;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A citizen files a bill that was issued elsewhere: what it says, and its file if he has one. */
public final class ElsewherePages {
    private final ClaimDesk desk;

    ElsewherePages(ClaimDesk desk) {
        this.desk = desk;
    }

    void addTo(Pages pages) {
        pages.on(Page.ELSEWHERE, visit -> page(200, visit, fields(visit), Fault.NONE))
                .on(Page.BEGIN_ELSEWHERE, visit -> page(200, visit, fields(visit), Fault.NONE))
                .onFile(Page.FILE_ELSEWHERE, this::file);
    }

    /** Somebody whose bill it may be; the visitor himself has the value {@code me}. */
    public record Patient(String value, String name, boolean chosen) {}

    /**
     * What the page shows.
     *
     * @param care which kind is chosen
     * @param key names this try, so that a second press is the same filing
     */
    public record Form(
            List<Patient> patients,
            List<Field> fields,
            List<String> kinds,
            String care,
            Fault fault,
            String key) {
        public Form {
            patients = List.copyOf(patients);
            fields = List.copyOf(fields);
            kinds = List.copyOf(kinds);
        }
    }

    /**
     * Why nothing was filed, beside what is wrong with single fields.
     *
     * @param sentence empty if nothing is wrong
     * @param first the number under which the bill was filed before
     */
    public record Fault(String sentence, String first) {
        static final Fault NONE = new Fault("", "");
    }

    private Reply file(Visit visit, SentFile sent) throws IOException {
        List<Field> fields = new ArrayList<>(fields(visit));
        Optional<TypedFace> face = FaceFields.read(visit.form(), fields, visit.frame(), true);
        Optional<Declared> declared = declared(visit, fields, face);
        Optional<SentPaper> paper = paper(visit, sent, fields);
        if (declared.isEmpty() || fields.stream().anyMatch(field -> field.error().isPresent())) {
            return page(422, visit, fields, Fault.NONE);
        }
        String key = visit.form().text("key");
        Claimant claimant = new Claimant("person/" + visit.person().hex(), visit.person());
        return switch (desk.elsewhere()
                .file(
                        claimant,
                        patient(visit),
                        declared.get(),
                        paper,
                        key.matches("[0-9a-f-]{36}") ? key : UUID.randomUUID().toString())) {
            case FiledElsewhere.Taken taken ->
                    Reply.done("/claims/" + taken.filing().number(), "filed");
            case FiledElsewhere.Duplicate duplicate ->
                    page(
                            422,
                            visit,
                            fields,
                            new Fault(visit.say("elsewhere.duplicate"), duplicate.first().text()));
            case FiledElsewhere.NotTaken none ->
                    page(
                            422,
                            visit,
                            fields,
                            new Fault(
                                    visit.frame()
                                            .say(
                                                    new Sentence(
                                                            none.cause().chinese(),
                                                            none.cause().english())),
                                    ""));
        };
    }

    private static Optional<SentPaper> paper(Visit visit, SentFile sent, List<Field> fields)
            throws IOException {
        byte[] content = sent.content().readNBytes(SentPaper.LARGEST + 1);
        try {
            return content.length == 0
                    ? Optional.empty()
                    : Optional.of(SentPaper.of(sent.name(), content));
        } catch (FieldException e) {
            wrong(fields, "file", visit.say("elsewhere.file.wrong"));
            return Optional.empty();
        }
    }

    private static Optional<Declared> declared(
            Visit visit, List<Field> fields, Optional<TypedFace> face) {
        String hospital = visit.form().text("hospital");
        Optional<LocalDate> admitted = FaceFields.date(visit.form().code("admitted"));
        Optional<LocalDate> discharged = FaceFields.date(visit.form().code("discharged"));
        if (hospital.isEmpty()) {
            wrong(fields, "hospital", visit.say("elsewhere.hospital.wrong"));
        }
        if (admitted.isEmpty()) {
            wrong(fields, "admitted", visit.say("elsewhere.admitted.wrong"));
        }
        if (discharged.isEmpty()) {
            wrong(fields, "discharged", visit.say("elsewhere.discharged.wrong"));
        }
        if (face.isEmpty() || admitted.isEmpty() || discharged.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    Declared.of(
                            face.get(),
                            hospital,
                            care(visit),
                            admitted.get(),
                            discharged.get(),
                            visit.form().text("lines")));
        } catch (FieldException e) {
            String name = e.field();
            wrong(
                    fields,
                    name,
                    name.equals("lines")
                            ? visit.say("elsewhere.lines.long", Declared.LONGEST_LINES)
                            : visit.say("elsewhere." + name + ".order"));
            return Optional.empty();
        }
    }

    private static CareKind care(Visit visit) {
        try {
            return CareKind.valueOf(visit.form().text("care"));
        } catch (IllegalArgumentException e) {
            return CareKind.INPATIENT;
        }
    }

    /** Whose bill it is, never taken from the form alone: the service asks for the mandate. */
    private PersonId patient(Visit visit) {
        return wards(visit).stream()
                .filter(mandate -> mandate.id().toString().equals(visit.form().text("patient")))
                .findFirst()
                .map(Mandate::principal)
                .orElse(visit.person());
    }

    private List<Mandate> wards(Visit visit) {
        return desk.mandates().of(visit.person()).stream()
                .filter(mandate -> mandate.agent().equals(visit.person()))
                .toList();
    }

    private static List<Field> fields(Visit visit) {
        List<Field> fields = new ArrayList<>(FaceFields.of(visit.frame()));
        fields.add(Field.text("hospital", visit.say("elsewhere.hospital")));
        fields.add(Field.text("admitted", visit.say("elsewhere.admitted")).withType("date"));
        fields.add(Field.text("discharged", visit.say("elsewhere.discharged")).withType("date"));
        fields.add(
                Field.text("lines", visit.say("elsewhere.lines"))
                        .withHint(visit.say("elsewhere.lines.hint"))
                        .withType("area"));
        fields.add(
                Field.text("file", visit.say("elsewhere.file"))
                        .withHint(visit.say("elsewhere.file.hint"))
                        .withType("file"));
        return fields.stream()
                .map(field -> field.name().equals("file") ? field : field.filled(visit.form()))
                .toList();
    }

    private static void wrong(List<Field> fields, String name, String why) {
        fields.replaceAll(field -> field.name().equals(name) ? field.wrong(why) : field);
    }

    private Reply page(int status, Visit visit, List<Field> fields, Fault fault) {
        String chosen = visit.form().text("patient");
        List<Patient> patients = new ArrayList<>();
        List<Mandate> wards = wards(visit);
        if (!wards.isEmpty()) {
            boolean me = wards.stream().noneMatch(ward -> ward.id().toString().equals(chosen));
            patients.add(new Patient("me", visit.say("elsewhere.me"), me));
        }
        for (Mandate ward : wards) {
            String id = ward.id().toString();
            String name =
                    desk.insured()
                            .name(ward.principal())
                            .map(Mask::name)
                            .orElse(visit.say("family.unknown"));
            patients.add(new Patient(id, name, id.equals(chosen)));
        }
        String key = visit.form().text("key");
        return Reply.page(
                status,
                "elsewhere.jte",
                new Form(
                        patients,
                        fields,
                        List.of("OUTPATIENT", "INPATIENT", "PHARMACY"),
                        care(visit).name(),
                        fault,
                        key.isEmpty() ? UUID.randomUUID().toString() : key));
    }
}
