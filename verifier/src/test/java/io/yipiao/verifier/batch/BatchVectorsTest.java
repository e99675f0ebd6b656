package io.yipiao.verifier.batch;

import static io.yipiao.verifier.vectors.JsonEdit.with;

import io.yipiao.verifier.bill.Bills;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Hex;
import io.yipiao.verifier.fees.TestTrees;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.seal.IssuerKey;
import io.yipiao.verifier.seal.Seal;
import io.yipiao.verifier.seal.SealException;
import io.yipiao.verifier.seal.SealPrivateKey;
import io.yipiao.verifier.seal.Suite;
import io.yipiao.verifier.seal.TestBills;
import io.yipiao.verifier.seal.TestKeys;
import io.yipiao.verifier.vectors.FormatVectors;
import io.yipiao.verifier.vectors.HexEdit;
import io.yipiao.verifier.vectors.JsonEdit;

/**
 * The vectors of batch.json: an input is an issuer, leaves as they travel, a key's record and a
 * seal; expected are the batch's size and root and the message that was signed.
 */
class BatchVectorsTest extends FormatVectors {
    private static final SealPrivateKey KEY = TestKeys.named(Suite.SM2, "issuer 1");

    BatchVectorsTest() {
        super("batch.json");
        for (int size : new int[] {1, 2, 3, 5}) {
            accepted(size + (size == 1 ? " bill" : " bills"), input(size, KEY));
        }
        accepted("ES256", input(3, TestKeys.named(Suite.ES256, "issuer 1")));

        Json.Members good = input(3, KEY);
        String leaves = JsonEdit.text(good, "leaves");
        String seal = JsonEdit.text(good, "seal");
        String bad = "does not verify";
        refused("another issuer", bad, with(good, "issuer", 2));
        refused("a bill less", bad, with(good, "leaves", leaves.substring(64)));
        refused("a bill twice", bad, with(good, "leaves", leaves + leaves.substring(128)));
        refused(
                "another order",
                bad,
                with(good, "leaves", leaves.substring(64) + leaves.substring(0, 64)));
        refused("a bit of a bill turned", bad, with(good, "leaves", HexEdit.flip(leaves, 300)));
        refused("a bit of the seal turned", bad, with(good, "seal", HexEdit.flip(seal, 300)));
        refused(
                "another key",
                bad,
                with(good, "key", record(TestKeys.named(Suite.SM2, "issuer 2"))));
        refused(
                "a bill's seal in the place of a batch's",
                bad,
                with(good, "seal", TestBills.sealed(Bills.outpatient(), KEY).seal().hex()));
        refused("another batch's seal", bad, with(input(1, KEY), "seal", seal));
        refused("no bill", "leaves", with(good, "leaves", ""));
        refused("half a bill", "leaves", with(good, "leaves", HexEdit.cut(leaves)));
        refused("a byte too many", "leaves", with(good, "leaves", leaves + "00"));
        refused("issuer 0", "issuer", with(good, "issuer", 0));
        refused("a seal of 63 bytes", "seal", with(good, "seal", HexEdit.cut(seal)));
    }

    @Override
    protected Json answer(Json.Members input) throws FieldException, SealException {
        Batch batch =
                Batch.parse(
                        input.whole("issuer", 1, Integer.MAX_VALUE),
                        Hex.read("leaves", input.text("leaves")));
        var key = IssuerKey.read(input.object("key")).key();
        BatchHeader header = batch.header();
        header.checkSeal(key, Seal.ofHex("seal", input.text("seal")));
        return Json.object()
                .put("size", header.size())
                .put("root", header.root().hex())
                .put("message", Hex.write(header.message(key)))
                .end();
    }

    private static Json.Members input(int size, SealPrivateKey key) {
        Batch batch = new Batch(1, TestTrees.fingerprints(size));
        return Json.object()
                .put("issuer", 1)
                .put("leaves", Hex.write(batch.bytes()))
                .put("key", record(key))
                .put("seal", TestKeys.sign(key, batch.header().message(key.publicKey())).hex())
                .end();
    }

    private static Json.Members record(SealPrivateKey key) {
        return IssuerKey.of(1, key.publicKey()).json();
    }
}
