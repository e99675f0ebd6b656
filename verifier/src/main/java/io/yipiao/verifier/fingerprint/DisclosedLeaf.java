package io.yipiao.verifier.fingerprint;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.fees.HashTree;
import io.yipiao.verifier.fees.InclusionProof;
import io.yipiao.verifier.fees.ProofException;
import io.yipiao.verifier.reader.Json;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One part of a bill shown without the others: leaf 0, the rest of the bill, or a fee line, which
 * stands at its own sequence number. As JCS:
 *
 * <pre>
 * {content, index, proof [hex 32 …], salt hex 16, size}
 * </pre>
 *
 * <p>A fingerprint does not say how many leaves its R has, so the size comes with the proof. That
 * takes nothing from what is proved, that the bill holds this content: leaves and nodes are hashed
 * apart. Which line it is, its own {@code sequence} says, not the index.
 *
 * @param content what {@code CanonicalForm.rest} or {@code CanonicalForm.line} gave
 * @param salt the leaf's
 * @param size how many leaves the bill has: its fee lines and one
 * @param proof that the leaf stands under R
 */
public record DisclosedLeaf(Json.Members content, Salt salt, int size, InclusionProof proof) {
    private static final Set<String> FIELDS = Set.of("content", "index", "proof", "salt", "size");

    /** Reads the canonical spelling. */
    public static DisclosedLeaf parse(byte[] canonical) throws FieldException {
        Json.Members in = Jcs.parseObject(canonical);
        in.only(FIELDS);
        List<Digest> siblings = new ArrayList<>();
        for (String sibling : in.items("proof").texts("proof")) {
            siblings.add(Digest.ofHex("proof", sibling));
        }
        return new DisclosedLeaf(
                in.object("content"),
                Salt.ofHex("salt", in.text("salt")),
                in.whole("size", 1, Integer.MAX_VALUE),
                InclusionProof.of(in.whole("index", 0, Integer.MAX_VALUE), siblings));
    }

    public byte[] bytes() {
        return Jcs.bytes(
                Json.object()
                        .put("content", content)
                        .put("index", proof.index())
                        .put(
                                "proof",
                                Json.texts(proof.siblings().stream().map(Digest::hex).toList()))
                        .put("salt", salt.hex())
                        .put("size", size)
                        .end());
    }

    /** Checks that a bill with this R holds the content. */
    public void check(Digest root) throws ProofException {
        proof.check(HashTree.leaf(salt.bytes(), Jcs.bytes(content)), size, root);
    }
}
