package io.yipiao.chaincode.rules;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;

/** Reads names and reasons: 1 to 200 characters, no controls. */
final class ShortText {
    private static final int LONGEST = 200;

    private ShortText() {}

    static String read(Json.Members item, String field) throws FieldException {
        String text = item.text(field);
        int length = text.codePointCount(0, text.length());
        if (text.isBlank() || length > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw new FieldException(field, "1 to 200 characters", length + " characters");
        }
        return text;
    }
}
