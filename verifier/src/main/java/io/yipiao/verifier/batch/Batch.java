package io.yipiao.verifier.batch;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.fees.HashTree;
import io.yipiao.verifier.fees.InclusionProof;
import io.yipiao.verifier.fingerprint.Fingerprint;

import java.util.List;

/**
 * The fingerprints that one issuer puts on the ledger together: a tree whose leaves are SM3(0x00 ‖
 * fingerprint).
 *
 * @param issuer the issuer's number
 * @param leaves 1 to 32,000 fingerprints, in order
 */
public record Batch(int issuer, List<Fingerprint> leaves) {
    public static final int LARGEST = 32_000;

    public Batch {
        leaves = List.copyOf(leaves);
        if (issuer < 1 || leaves.isEmpty() || leaves.size() > LARGEST) {
            throw new IllegalArgumentException(
                    "issuer " + issuer + ", " + leaves.size() + " bills");
        }
    }

    /** Reads leaves that travel as 32 raw bytes each. */
    public static Batch parse(int issuer, byte[] leaves) throws FieldException {
        int size = leaves.length / Digest.LENGTH;
        if (leaves.length % Digest.LENGTH != 0 || size < 1 || size > LARGEST) {
            throw new FieldException("leaves", "1 to 32000 of 32 bytes", leaves.length + " bytes");
        }
        return new Batch(
                issuer,
                java.util.stream.IntStream.range(0, size)
                        .mapToObj(i -> new Fingerprint(Digest.at(leaves, i * Digest.LENGTH)))
                        .toList());
    }

    /** Issuer, size and root: what is sealed and what the ledger keeps. */
    public BatchHeader header() {
        return new BatchHeader(issuer, leaves.size(), HashTree.root(hashes()));
    }

    public InclusionProof prove(int index) {
        return HashTree.prove(hashes(), index);
    }

    /** The proofs of all leaves, in order. */
    public List<InclusionProof> proveAll() {
        return HashTree.proveAll(hashes());
    }

    /** The leaves as they travel to the ledger. */
    public byte[] bytes() {
        byte[] out = new byte[leaves.size() * Digest.LENGTH];
        for (int i = 0; i < leaves.size(); i++) {
            System.arraycopy(leaves.get(i).bytes(), 0, out, i * Digest.LENGTH, Digest.LENGTH);
        }
        return out;
    }

    private List<Digest> hashes() {
        return leaves.stream().map(BatchHeader::leaf).toList();
    }
}
