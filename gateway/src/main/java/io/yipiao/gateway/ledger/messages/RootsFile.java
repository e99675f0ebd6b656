package io.yipiao.gateway.ledger.messages;

import io.yipiao.gateway.ledger.Organisation;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.reader.Json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes by whose authority peers sign, as {@code verifier.receipt.OrganisationRoots} reads it. */
public final class RootsFile {
    private RootsFile() {}

    /**
     * The file's content.
     *
     * @param roots of each organisation, certificates in PEM
     */
    public static byte[] bytes(Map<Organisation, List<String>> roots) {
        List<Json> organisations = new ArrayList<>();
        roots.forEach((organisation, pems) ->
                organisations.add(
                        Json.object()
                                .put("msp", organisation.msp())
                                .put("roots", Json.texts(pems))
                                .end()));
        return Jcs.bytes(Json.object().put("organisations", organisations).end());
    }
}
