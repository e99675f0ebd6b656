package io.yipiao.gateway.claim;

import io.yipiao.gateway.inquiry.TypedFace;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.CareKind;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.canonical.Sm3;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a citizen says of a bill that was issued elsewhere; none of it is proved.
 *
 * @param face the five elements printed on it
 * @param hospital who issued it, as the paper names him, 1 to 100 characters
 * @param admitted the first day of the visit or stay
 * @param discharged its last
 * @param lines the fee lines as far as he typed them, at most 20,000 characters
 */
public record Declared(
        TypedFace face,
        String hospital,
        CareKind care,
        LocalDate admitted,
        LocalDate discharged,
        String lines) {
    public static final int LONGEST_LINES = 20_000;
    private static final int LONGEST_NAME = 100;

    /** Takes what was typed, or names what is wrong with it. */
    public static Declared of(
            TypedFace face,
            String hospital,
            CareKind care,
            LocalDate admitted,
            LocalDate discharged,
            String lines)
            throws FieldException {
        if (hospital.isBlank() || hospital.length() > LONGEST_NAME) {
            throw new FieldException("hospital", "1 to 100 characters", hospital.length() + "");
        }
        if (discharged.isBefore(admitted)) {
            throw new FieldException("discharged", "not before " + admitted, discharged + "");
        }
        if (care != CareKind.INPATIENT && !admitted.equals(discharged)) {
            throw new FieldException("discharged", "the day of the visit", discharged + "");
        }
        if (face.date().isBefore(discharged)) {
            throw new FieldException("date", "not before " + discharged, face.date() + "");
        }
        if (face.total().isZero()) {
            throw new FieldException("total", "more than 0", "0.00");
        }
        if (lines.length() > LONGEST_LINES) {
            throw new FieldException(
                    "lines", "at most " + LONGEST_LINES + " characters", lines.length() + "");
        }
        return new Declared(face, hospital, care, admitted, discharged, lines);
    }

    /** By which a retry is told from another filing under the same key. */
    Digest digest(Optional<SentPaper> paper) {
        byte[] file = paper.map(SentPaper::content).orElse(new byte[0]);
        return Sm3.of(
                Jcs.bytes(
                        Json.object()
                                .put("declared", json())
                                .put("file", Sm3.of(file).hex())
                                .end()));
    }

    Json.Members json() {
        return Json.object()
                .put("kind", face.id().kind().name())
                .put("code", face.id().code())
                .put("number", face.id().number())
                .put("checkCode", face.checkCode())
                .put("total", face.total().value())
                .put("date", face.date().toString())
                .put("hospital", hospital)
                .put("care", care.name())
                .put("admitted", admitted.toString())
                .put("discharged", discharged.toString())
                .put("lines", lines)
                .end();
    }

    static Declared read(byte[] stored) {
        try {
            Json.Members in = JsonReader.readObject(stored);
            BillId id =
                    BillId.of(
                            BillId.Kind.valueOf(in.text("kind")),
                            in.text("code"),
                            in.text("number"));
            return new Declared(
                    new TypedFace(
                            id,
                            in.text("checkCode"),
                            Fen.of("total", in.whole("total")),
                            LocalDate.parse(in.text("date"))),
                    in.text("hospital"),
                    CareKind.valueOf(in.text("care")),
                    LocalDate.parse(in.text("admitted")),
                    LocalDate.parse(in.text("discharged")),
                    in.text("lines"));
        } catch (FieldException | DateTimeException e) {
            throw new IllegalStateException("a stored declaration does not read", e);
        }
    }
}
