package io.yipiao.verifier.fingerprint;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * All salts of one bill, stored with it and never derived again. As JSON {@code {core, person,
 * leaves[]}}, in hexadecimal.
 *
 * @param core salts the commitment C
 * @param person salts the commitment P
 * @param leaves salts leaf 0, the rest of the bill, and each fee line after it
 */
public record Salts(Salt core, Salt person, List<Salt> leaves) {
    private static final Set<String> FIELDS = Set.of("core", "person", "leaves");

    public Salts {
        leaves = List.copyOf(leaves);
        if (leaves.isEmpty()) {
            throw new IllegalArgumentException("a bill has at least leaf 0");
        }
    }

    public static Salts read(Json.Members in) throws FieldException {
        in.only(FIELDS);
        List<Salt> leaves = new ArrayList<>();
        for (String leaf : in.items("leaves").texts("leaves")) {
            leaves.add(Salt.ofHex("leaves[" + leaves.size() + "]", leaf));
        }
        if (leaves.isEmpty()) {
            throw new FieldException("leaves", "at least one salt", "none");
        }
        return new Salts(
                Salt.ofHex("core", in.text("core")),
                Salt.ofHex("person", in.text("person")),
                leaves);
    }

    public Json.Members json() {
        return Json.object()
                .put("core", core.hex())
                .put("person", person.hex())
                .put("leaves", Json.texts(leaves.stream().map(Salt::hex).toList()))
                .end();
    }
}
