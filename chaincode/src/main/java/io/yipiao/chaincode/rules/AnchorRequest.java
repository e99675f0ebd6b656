package io.yipiao.chaincode.rules;

import io.yipiao.chaincode.state.Proposal;
import io.yipiao.verifier.batch.Batch;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.seal.Seal;

import java.util.Set;

/**
 * An item of {@code anchor}: {@code {issuer, keySeq, size, root, seal}}, its leaves being the
 * argument that has its place after the list.
 *
 * @param batch issuer and leaves
 * @param keySeq which key is said to have sealed
 * @param root the root that is said to be theirs
 * @param seal the issuer's seal over issuer, size and root
 */
record AnchorRequest(Batch batch, int keySeq, Digest root, Seal seal) {
    private static final Set<String> FIELDS = Set.of("issuer", "keySeq", "size", "root", "seal");

    static AnchorRequest read(Json.Members item, int place, Proposal proposal)
            throws FieldException {
        item.only(FIELDS);
        int size = item.whole("size", 1, Batch.LARGEST);
        byte[] leaves = proposal.bytes(place + 2);
        if (leaves.length != size * Digest.LENGTH) {
            throw new FieldException("leaves", size + " times 32 bytes", leaves.length + " bytes");
        }
        return new AnchorRequest(
                Batch.parse(item.whole("issuer", 1, Integer.MAX_VALUE), leaves),
                item.whole("keySeq", 1, 255),
                Digest.ofHex("root", item.text("root")),
                Seal.ofHex("seal", item.text("seal")));
    }
}
