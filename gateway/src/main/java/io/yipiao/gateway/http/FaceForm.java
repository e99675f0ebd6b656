package io.yipiao.gateway.http;

import io.yipiao.gateway.inquiry.TypedFace;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads the five elements of a bill's face, and days, from requests. */
final class FaceForm {
    private FaceForm() {}

    static TypedFace read(Json.Members face) throws FieldException {
        Optional<String> kind = face.optionalText("kind");
        try {
            return TypedFace.of(
                    kind.map(BillId.Kind::valueOf),
                    face.optionalText("code").orElse(""),
                    face.text("number"),
                    face.text("checkCode"),
                    Fen.of("totalFen", face.whole("totalFen")),
                    day("issueDate", face.text("issueDate")));
        } catch (FieldException e) {
            throw e.under("face");
        }
    }

    static LocalDate day(String field, String text) throws FieldException {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new FieldException(field, "a day such as 2026-09-13", text);
        }
    }
}
