package io.yipiao.verifier.receipt;

import com.google.protobuf.ByteString;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;

import java.util.Base64;

/** Bytes as base64 (RFC 4648, 4), padded, in the one spelling that has no stray bits. */
final class Base64Text {
    private Base64Text() {}

    static String write(ByteString bytes) {
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    static ByteString read(Json.Members in, String field) throws FieldException {
        String text = in.text(field);
        try {
            ByteString bytes = ByteString.copyFrom(Base64.getDecoder().decode(text));
            if (write(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // Refused below, like another spelling.
        }
        throw new FieldException(field, "base64 (RFC 4648, 4)", text);
    }
}
