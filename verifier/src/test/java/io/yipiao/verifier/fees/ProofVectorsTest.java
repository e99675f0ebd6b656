package io.yipiao.verifier.fees;

import static io.yipiao.verifier.vectors.HexEdit.at;
import static io.yipiao.verifier.vectors.HexEdit.cut;
import static io.yipiao.verifier.vectors.JsonEdit.with;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.canonical.Hex;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.vectors.FormatVectors;
import io.yipiao.verifier.vectors.HexEdit;
import io.yipiao.verifier.vectors.JsonEdit;

import java.util.List;

/**
 * The vectors of proof.json: an input is a leaf's hash, the tree's size and root, and a proof in
 * hexadecimal; expected is the index it proves.
 */
class ProofVectorsTest extends FormatVectors {
    ProofVectorsTest() {
        super("proof.json");
        for (int[] place :
                new int[][] {{1, 0}, {2, 1}, {3, 2}, {7, 6}, {8, 0}, {11, 10}, {300, 256}}) {
            accepted("leaf %d of %d".formatted(place[1], place[0]), good(place[0], place[1]));
        }

        Json.Members good = good(11, 6);
        String proof = JsonEdit.text(good, "proof");
        refused("another leaf", "root", with(good, "leaf", "00".repeat(32)));
        refused("another root", "root", with(good, "root", "00".repeat(32)));
        refused("another index", "root", with(good, "proof", at(proof, 0, "00000007")));
        refused("an index outside", "outside", with(good, "proof", at(proof, 0, "0000000b")));
        refused("the largest index", "outside", with(good, "proof", at(proof, 0, "7fffffff")));
        refused("index 2^31", "position", with(good, "proof", at(proof, 0, "80000006")));
        refused("a smaller tree", "root", with(good, "size", 7));
        refused("a much larger tree", "below the root", with(good, "size", 300));
        refused("no tree", "size", with(good, "size", 0));
        refused(
                "a hash too few",
                "below the root",
                with(good, "proof", proof.substring(0, proof.length() - 64)));
        refused("a hash too many", "above the root", with(good, "proof", proof + "00".repeat(32)));
        refused("a byte too few", "proof", with(good, "proof", cut(proof)));
        refused("a byte too many", "proof", with(good, "proof", proof + "00"));
        refused("nothing", "proof", with(good, "proof", ""));
        refused("32 hashes", "proof", with(good, "proof", "00000000" + "00".repeat(32 * 32)));
        refused("a bit of a hash turned", "root", with(good, "proof", HexEdit.flip(proof, 400)));
        refused(
                "a node in the place of a leaf",
                "below the root",
                with(
                        with(good(11, 0), "leaf", HashTree.node(leaf(0), leaf(1)).hex()),
                        "proof",
                        "00000000" + proofOf(11, 0).substring(72)));
        refused(
                "the only leaf, with a sibling",
                "above the root",
                with(good(1, 0), "proof", "00000000" + "00".repeat(32)));
    }

    @Override
    protected Json answer(Json.Members input) throws FieldException, ProofException {
        InclusionProof proof = InclusionProof.parse(Hex.read("proof", input.text("proof")));
        proof.check(
                Digest.ofHex("leaf", input.text("leaf")),
                input.whole("size", 1, Integer.MAX_VALUE),
                Digest.ofHex("root", input.text("root")));
        return new Json.Whole(proof.index());
    }

    private static Json.Members good(int size, int index) {
        List<Digest> leaves = TestTrees.feeLeaves(size);
        return Json.object()
                .put("leaf", leaves.get(index).hex())
                .put("size", size)
                .put("root", HashTree.root(leaves).hex())
                .put("proof", proofOf(size, index))
                .end();
    }

    private static String proofOf(int size, int index) {
        return Hex.write(HashTree.prove(TestTrees.feeLeaves(size), index).bytes());
    }

    private static Digest leaf(int index) {
        return TestTrees.feeLeaves(index + 1).get(index);
    }
}
