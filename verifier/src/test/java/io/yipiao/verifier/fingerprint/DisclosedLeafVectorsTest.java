package io.yipiao.verifier.fingerprint;

import io.yipiao.verifier.bill.Bills;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.fees.ProofException;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.vectors.FormatVectors;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The vectors of disclosed-leaf.json: an input is R and one leaf of the sample bill as it is
 * disclosed; expected is the content it proves.
 */
class DisclosedLeafVectorsTest extends FormatVectors {
    private final SaltedBill bill = SaltedBill.of(Bills.sample(), SaltKey.of(new byte[32]));
    private final Digest root = bill.opening().root();

    DisclosedLeafVectorsTest() {
        super("disclosed-leaf.json");
        for (int leaf : new int[] {0, 1, 7, 16, 23}) {
            accepted(leaf == 0 ? "all but the lines" : "line " + leaf, input(text(leaf)));
        }
        String seventh = text(7);
        refused(
                "another line's place",
                "root",
                input(seventh.replace("\"index\":7", "\"index\":6")));
        refused(
                "a place outside",
                "outside",
                input(seventh.replace("\"index\":7", "\"index\":24")));
        refused("a smaller bill", "root", input(seventh.replace("\"size\":24", "\"size\":8")));
        refused(
                "another price",
                "root",
                input(seventh.replace("\"unitPrice\":\"18\"", "\"unitPrice\":\"81\"")));
        refused(
                "another salt",
                "root",
                input(seventh.replaceFirst("\"salt\":\"..", "\"salt\":\"00")));
        refused(
                "another bill's root",
                "root",
                Json.object().put("root", "00".repeat(32)).put("leaf", seventh).end());
        refused("a proof cut short", "below the root", input(withProof(siblings(7).subList(0, 3))));
        List<Digest> longer = siblings(7);
        longer.add(root);
        refused("a proof that goes on", "above the root", input(withProof(longer)));
        List<Digest> turned = siblings(7);
        Collections.reverse(turned);
        refused("a proof upside down", "root", input(withProof(turned)));
        refused("another spelling", "json", input(seventh + " "));
        refused(
                "a field more",
                "x",
                input(seventh.substring(0, seventh.length() - 1) + ",\"x\":1}"));
        refused("no salt", "salt", input(seventh.replaceFirst(",\"salt\":\"[0-9a-f]*\"", "")));
        refused("a negative place", "index", input(seventh.replace("\"index\":7", "\"index\":-1")));
        refused("no size", "size", input(seventh.replace("\"size\":24", "\"size\":0")));
    }

    @Override
    protected Json answer(Json.Members input) throws FieldException, ProofException {
        byte[] text = input.text("leaf").getBytes(StandardCharsets.UTF_8);
        DisclosedLeaf leaf = DisclosedLeaf.parse(text);
        leaf.check(Digest.ofHex("root", input.text("root")));
        return leaf.content();
    }

    private List<Digest> siblings(int leaf) {
        return new ArrayList<>(bill.disclose(leaf).proof().siblings());
    }

    private String withProof(List<Digest> siblings) {
        DisclosedLeaf leaf = bill.disclose(7);
        return text(
                new DisclosedLeaf(
                        leaf.content(),
                        leaf.salt(),
                        leaf.size(),
                        new io.yipiao.verifier.fees.InclusionProof(7, siblings)));
    }

    private String text(int leaf) {
        return text(bill.disclose(leaf));
    }

    private static String text(DisclosedLeaf leaf) {
        return new String(leaf.bytes(), StandardCharsets.UTF_8);
    }

    private Json.Members input(String leaf) {
        return Json.object().put("root", root.hex()).put("leaf", leaf).end();
    }
}
