package io.yipiao.verifier.seal;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.CanonicalForm;
import io.yipiao.verifier.fingerprint.Salt;
import io.yipiao.verifier.fingerprint.SaltedBill;
import io.yipiao.verifier.fingerprint.Salts;
import io.yipiao.verifier.reader.BillReader;
import io.yipiao.verifier.reader.Json;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A bill with its salts and its issuer's seal, as a line of a sealed upload or as a file of its
 * own:
 *
 * <pre>
 * {"bill": the bill, "salts": {"core": hex 16 bytes, "person": hex, "leaves": [hex, …]},
 *  "seal": hex 64 bytes}
 * </pre>
 *
 * @param bill what was sealed
 * @param seal the issuer's seal over the fingerprint, not yet checked
 */
public record SealedBill(SaltedBill bill, Seal seal) {

    public static SealedBill read(Json.Members line) throws FieldException {
        line.only(Set.of("bill", "salts", "seal"));
        var bill = BillReader.read(line.object("bill"));
        Salts salts = salts(line.object("salts"));
        if (salts.leaves().size() != bill.lines().size() + 1) {
            throw new FieldException(
                    "salts.leaves",
                    bill.lines().size() + 1 + " salts: one for each fee line and one more",
                    salts.leaves().size() + " salts");
        }
        return new SealedBill(new SaltedBill(bill, salts), Seal.ofHex("seal", line.text("seal")));
    }

    public Json.Members json() {
        Salts salts = bill.salts();
        return Json.object()
                .put("bill", CanonicalForm.bill(bill.bill()))
                .put(
                        "salts",
                        Json.object()
                                .put("core", salts.core().hex())
                                .put("person", salts.person().hex())
                                .put(
                                        "leaves",
                                        Json.texts(salts.leaves().stream().map(Salt::hex).toList()))
                                .end())
                .put("seal", seal.hex())
                .end();
    }

    /** Checks the seal under the issuer's key. */
    public void check(SealPublicKey key) throws SealException {
        BillSeal.check(key, bill.fingerprint(), seal);
    }

    private static Salts salts(Json.Members salts) throws FieldException {
        salts.only(Set.of("core", "person", "leaves"));
        List<Salt> leaves = new ArrayList<>();
        for (String hex : salts.items("leaves").texts("leaves")) {
            leaves.add(Salt.ofHex("salts.leaves[" + leaves.size() + "]", hex));
        }
        if (leaves.isEmpty()) {
            throw new FieldException("salts.leaves", "at least one salt", "none");
        }
        return new Salts(
                Salt.ofHex("salts.core", salts.text("core")),
                Salt.ofHex("salts.person", salts.text("person")),
                leaves);
    }
}
