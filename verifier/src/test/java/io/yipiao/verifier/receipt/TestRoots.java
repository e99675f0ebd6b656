package io.yipiao.verifier.receipt;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.reader.Json;

import java.util.Arrays;
import java.util.List;

/** The roots of organisations that exist in tests only. */
public final class TestRoots {
    private TestRoots() {}

    public static OrganisationRoots of(TestOrganisation... organisations) {
        try {
            return OrganisationRoots.parse(Jcs.bytes(json(organisations)));
        } catch (FieldException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Json.Members json(TestOrganisation... organisations) {
        return Json.object()
                .put(
                        "organisations",
                        Arrays.stream(organisations)
                                .map(each ->
                                        Json.object()
                                                .put("msp", each.msp())
                                                .put("roots", Json.texts(List.of(each.root())))
                                                .end())
                                .toList())
                .end();
    }
}
