package io.yipiao.chaincode.record;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.fingerprint.BillIndex;
import io.yipiao.verifier.reader.Json;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A paper that a bill was exchanged to (换开): {@code {state: ALIAS | CONFLICT, provenance,
 * fingerprint, issuer, total, claimable, aliasOf, other?, shares: []}}. It always points at the
 * electronic bill, where all shares stand. In CONFLICT a second content was sealed for the paper's
 * place.
 *
 * @param content what was sealed of the paper
 * @param aliasOf where the electronic bill stands
 * @param other what else was sealed for the same place
 */
public record AliasBill(SealedContent content, BillIndex aliasOf, Optional<SealedContent> other)
        implements LedgerBill {
    private static final Set<String> FIELDS =
            Set.of(
                    "state",
                    "provenance",
                    "fingerprint",
                    "issuer",
                    "total",
                    "claimable",
                    "aliasOf",
                    "other",
                    "shares");

    static AliasBill read(Json.Members value) throws FieldException {
        value.only(FIELDS);
        Optional<Json.Members> other = value.optionalObject("other");
        return new AliasBill(
                SealedContent.read(value),
                BillIndex.ofHex("aliasOf", value.text("aliasOf")),
                other.isPresent()
                        ? Optional.of(SealedContent.read(other.get()))
                        : Optional.empty());
    }

    @Override
    public Json.Members json() {
        Json.Writer out =
                Json.object().put("state", state()).put("provenance", Provenance.ISSUED.name());
        content.writeTo(out).put("aliasOf", aliasOf.hex());
        other.ifPresent(second -> out.put("other", second.writeTo(Json.object()).end()));
        return out.put("shares", List.<Json>of()).end();
    }

    /** ALIAS or CONFLICT. */
    public String state() {
        return other.isPresent() ? "CONFLICT" : "ALIAS";
    }

    /** The paper once a second content was seen; the first of the others is kept. */
    public AliasBill contradictedBy(SealedContent second) {
        return new AliasBill(content, aliasOf, Optional.of(other.orElse(second)));
    }
}
