package io.yipiao.gateway.http;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;

import java.util.Optional;

/**
 * One field that does not hold what it should.
 *
 * @param field a path such as {@code face.number}
 * @param found what stands there, or {@code nothing}
 * @param advice what to do about it, where that is not plain
 */
public record FieldError(String field, String expected, String found, Optional<String> advice) {
    public FieldError(String field, String expected, String found) {
        this(field, expected, found, Optional.empty());
    }

    public static FieldError of(FieldException fault) {
        return new FieldError(fault.field(), fault.expected(), fault.found());
    }

    /** As problems and upload outcomes show it. */
    public Json.Members json() {
        return Json.object()
                .put("field", field)
                .put("expected", expected)
                .put("found", found)
                .putText("advice", advice)
                .end();
    }
}
