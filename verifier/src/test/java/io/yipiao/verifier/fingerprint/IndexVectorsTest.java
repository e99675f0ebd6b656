package io.yipiao.verifier.fingerprint;

import static io.yipiao.verifier.vectors.HexEdit.at;

import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Hex;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.vectors.FormatVectors;

/**
 * The vectors of index.json: an input is an index key and an identity, expected are the identity's
 * parts, the year whose key it takes, its index, and the key's check value.
 */
class IndexVectorsTest extends FormatVectors {
    private static final String KEY = "000102030405060708090a0b0c0d0e0f".repeat(2);
    private static final String FISCAL = hex(BillId.Kind.FISCAL, "99060226", "0000000001");

    IndexVectorsTest() {
        super("index.json");
        accepted("fiscal: the year is digits 7 and 8 of the code", input(KEY, FISCAL));
        accepted(
                "paper of the same digits: the same index",
                input(KEY, hex(BillId.Kind.PAPER, "99060226", "0000000001")));
        accepted("another key", input("ff".repeat(32), FISCAL));
        accepted(
                "VAT with a code of 12 digits: digits 6 and 7 of the code",
                input(KEY, hex(BillId.Kind.VAT, "012002600111", "12345678")));
        accepted(
                "VAT with a code of 10 digits: digits 5 and 6 of the code",
                input(KEY, hex(BillId.Kind.VAT, "1200261130", "12345678")));
        accepted(
                "all-digital: digits 1 and 2 of the number",
                input(KEY, hex(BillId.Kind.ALL_DIGITAL, "", "26992000000000000017")));
        accepted(
                "VAT of the same 20 digits: another index",
                input(KEY, hex(BillId.Kind.VAT, "269920000000", "00000017")));

        refused("a key of 31 bytes", "key", input(KEY.substring(2), FISCAL));
        refused("a key of 33 bytes", "key", input(KEY + "00", FISCAL));
        refused("a key in capital letters", "key", input(KEY.replace('a', 'A'), FISCAL));
        refused("10 bytes of identity", "identity", input(KEY, FISCAL.substring(2)));
        refused("12 bytes of identity", "identity", input(KEY, FISCAL + "ff"));
        refused("kind 0", "kind", input(KEY, at(FISCAL, 0, "00")));
        refused("kind 255", "kind", input(KEY, at(FISCAL, 0, "ff")));
        refused("the namespace in the place of a kind", "kind", input(KEY, at(FISCAL, 0, "10")));
        refused("a fiscal bill named as VAT", "number", input(KEY, at(FISCAL, 9, "012f")));
        refused("all-digital with padding", "number", input(KEY, at(FISCAL, 0, "03")));
        refused("padding of E", "number", input(KEY, at(FISCAL, 10, "ee")));
    }

    @Override
    protected Json answer(Json.Members input) throws FieldException {
        IndexKey key = IndexKey.of(Hex.read("key", input.text("key"), IndexKey.LENGTH));
        BillId id = IdentityBytes.parse(Hex.read("identity", input.text("identity")));
        return Json.object()
                .put("kind", id.kind().name())
                .put("code", id.code())
                .put("number", id.number())
                .put("year", id.year())
                .put("index", key.index(id).hex())
                .put("check", key.check())
                .end();
    }

    private static Json.Members input(String key, String identity) {
        return Json.object().put("key", key).put("identity", identity).end();
    }

    private static String hex(BillId.Kind kind, String code, String number) {
        return Hex.write(IdentityBytes.of(new BillId(kind, code, number)));
    }
}
