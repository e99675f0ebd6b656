package io.yipiao.verifier.vectors;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Stream;

/** The inputs of a file of vectors, valid and invalid, as seeds for a fuzz test. */
public final class Seeds {
    private Seeds() {}

    /** Members that are hexadecimal digits, as bytes; what is none is left out. */
    public static Stream<byte[]> hex(String file, String member) {
        return Vector.of(file).stream()
                .map(vector -> JsonEdit.text(vector.object(), member))
                .filter(text -> text.matches("([0-9a-f]{2})*"))
                .map(HexFormat.of()::parseHex);
    }

    /** Members that are text, as bytes. */
    public static Stream<byte[]> text(String file, String member) {
        return Vector.of(file).stream()
                .map(vector -> JsonEdit.text(vector.object(), member))
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }
}
