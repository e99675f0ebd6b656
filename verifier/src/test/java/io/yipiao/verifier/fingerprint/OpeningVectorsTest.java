package io.yipiao.verifier.fingerprint;

import static io.yipiao.verifier.vectors.HexEdit.at;
import static io.yipiao.verifier.vectors.HexEdit.cut;

import io.yipiao.verifier.bill.Bills;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Hex;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.vectors.FormatVectors;

/**
 * The vectors of opening.json: an input is an opening in hexadecimal, expected are its parts, C and
 * the fingerprint.
 */
class OpeningVectorsTest extends FormatVectors {
    private static final SaltKey KEY = SaltKey.of(new byte[32]);

    OpeningVectorsTest() {
        super("opening.json");
        String sample = hex(SaltedBill.of(Bills.sample(), KEY));
        String red = hex(SaltedBill.of(Bills.red(Bills.sample(), 2), KEY));
        accepted("the sample bill's", input(sample));
        accepted("its red bill's, with a related identity", input(red));
        accepted("another salt", input(at(sample, 30, "00".repeat(16))));
        accepted("another person", input(at(sample, 46, "00".repeat(32))));
        accepted("other lines", input(at(sample, 78, "00".repeat(32))));

        refused("nothing", "opening", input(""));
        refused("the core alone", "opening", input(sample.substring(0, 60)));
        refused("a byte too few", "opening", input(cut(sample)));
        refused("a byte too many", "opening", input(sample + "00"));
        refused("a related bill's length without one", "opening", input(sample + "00".repeat(11)));
        refused("a red bill's, a byte too few", "opening", input(cut(red)));
        refused("a relation without its length", "opening", input(at(sample, 29, "01")));
        refused("relation 4", "relation", input(at(red, 29, "04")));
        refused("kind 9", "kind", input(at(sample, 0, "09")));
        refused("more claimable than charged", "claimable", input(at(sample, 20, "ffffffffff")));
    }

    @Override
    protected Json answer(Json.Members input) throws FieldException {
        Opening opening = Opening.parse(Hex.read("opening", input.text("opening")));
        return json(opening);
    }

    /** An opening's parts. */
    static Json.Members json(Opening opening) {
        return Json.object()
                .put("core", Hex.write(opening.core().bytes()))
                .put("salt", opening.salt().hex())
                .put("commitment", opening.commitment().hex())
                .put("person", opening.person().hex())
                .put("root", opening.root().hex())
                .put("fingerprint", opening.fingerprint().hex())
                .end();
    }

    private static Json.Members input(String hex) {
        return Json.object().put("opening", hex).end();
    }

    private static String hex(SaltedBill bill) {
        return Hex.write(bill.opening().bytes());
    }
}
