package io.yipiao.verifier.fingerprint;

import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Bills;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.CanonicalForm;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.canonical.Hex;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.canonical.Sm3;
import io.yipiao.verifier.reader.BillReader;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;
import io.yipiao.verifier.vectors.FormatVectors;
import io.yipiao.verifier.vectors.Patch;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * The vectors of fingerprint.json. An input is a JSON Patch to the inpatient sample bill and either
 * a salt key, with which it is salted, or salts and the fingerprint it is said to have. Expected is
 * everything on the way to the fingerprint.
 */
class FingerprintVectorsTest extends FormatVectors {
    private static final byte[] KEY =
            "a salt key for test vectors only".getBytes(StandardCharsets.US_ASCII);
    private static final SaltedBill SAMPLE = SaltedBill.of(Bills.sample(), SaltKey.of(KEY));

    FingerprintVectorsTest() {
        super("fingerprint.json");
        accepted("the sample bill", salting(Hex.write(KEY)));
        accepted("another salt key", salting("5c".repeat(32)));
        accepted("a salt key of 64 bytes", salting("5c".repeat(64)));
        accepted(
                "a name in rare characters",
                salting(Hex.write(KEY), replace("/patient/name", "龘𠮷")));
        accepted("the salts it came with", check(SAMPLE.salts(), SAMPLE.fingerprint()));

        refused("a salt key of 31 bytes", "saltKey", salting("5c".repeat(31)));
        Salts salts = SAMPLE.salts();
        List<Salt> leaves = salts.leaves();
        refused(
                "a salt too few",
                "salts.leaves",
                check(withLeaves(leaves.subList(1, leaves.size())), SAMPLE.fingerprint()));
        refused(
                "a salt too many",
                "salts.leaves",
                check(
                        withLeaves(
                                Stream.concat(leaves.stream(), leaves.stream().limit(1)).toList()),
                        SAMPLE.fingerprint()));
        refused(
                "two salts changed over",
                "fingerprint",
                check(
                        withLeaves(
                                Stream.concat(
                                                Stream.of(leaves.get(1), leaves.get(0)),
                                                leaves.stream().skip(2))
                                        .toList()),
                        SAMPLE.fingerprint()));
        refused(
                "the core's salt for the person",
                "fingerprint",
                check(new Salts(salts.core(), salts.core(), leaves), SAMPLE.fingerprint()));
        altered("another bill number", replace("/id/number", "0000000002"));
        altered("another check code", replace("/checkCode", "a1b2c4"));
        altered("another issuer's number", put("/issuer/number", new Json.Whole(2)));
        altered("another issuer's name", replace("/issuer/name", "示范市第二人民医院"));
        altered("a second later", replace("/issuedAt", "2026-09-13T02:21:08Z"));
        altered("another name", replace("/patient/name", "张示例"));
        altered("another stay", replace("/encounter/number", "ZY20260907002"));
        altered("another diagnosis", replace("/encounter/diagnoses/0", "I11"));
        altered("one diagnosis more", op("add", "/encounter/diagnoses/-", new Json.Text("E11")));
        altered(
                "a fen moved from cash to account",
                put("/payments/cash", new Json.Whole(335_429)),
                put("/payments/account", new Json.Whole(1)));
        altered("another line's name", replace("/lines/4/name", "糖化血红蛋白"));
        altered("another line's class", replace("/lines/0/catalogueClass", "B"));
        altered(
                "another relation",
                op(
                        "add",
                        "/relation",
                        Json.object()
                                .put("kind", "REVERSES")
                                .put(
                                        "of",
                                        Json.object()
                                                .put("kind", "FISCAL")
                                                .put("code", "99060226")
                                                .put("number", "0000000009")
                                                .end())
                                .end()));
        refused(
                "a bill that does not add up",
                "total",
                check(salts, SAMPLE.fingerprint(), put("/total", new Json.Whole(1))));
    }

    @Override
    protected Json answer(Json.Members input) throws FieldException {
        Json.Members sample = JsonReader.readObject(Bills.bytes("sample-bill.json"));
        Bill bill = BillReader.read(Patch.apply(sample, input.items("patch")));
        SaltedBill salted = input.has("saltKey") ? salted(bill, input) : checked(bill, input);
        return Json.object()
                .put("jcs", Sm3.of(Jcs.bytes(CanonicalForm.bill(bill))).hex())
                .put("salts", salted.salts().json())
                .put("leaves", Json.texts(salted.leaves().stream().map(Digest::hex).toList()))
                .put("opening", OpeningVectorsTest.json(salted.opening()))
                .end();
    }

    private static SaltedBill salted(Bill bill, Json.Members input) throws FieldException {
        byte[] key = Hex.read("saltKey", input.text("saltKey"));
        if (key.length < SaltKey.LENGTH) {
            throw new FieldException("saltKey", "32 bytes or more", key.length + " bytes");
        }
        return SaltedBill.of(bill, SaltKey.of(key));
    }

    private static SaltedBill checked(Bill bill, Json.Members input) throws FieldException {
        SaltedBill salted = SaltedBill.of(bill, Salts.read(input.object("salts")));
        String claimed = input.text("fingerprint");
        if (!salted.fingerprint().hex().equals(claimed)) {
            throw new FieldException("fingerprint", salted.fingerprint().hex(), claimed);
        }
        return salted;
    }

    private void altered(String comment, Json.Members... patch) {
        refused(comment, "fingerprint", check(SAMPLE.salts(), SAMPLE.fingerprint(), patch));
    }

    private static Salts withLeaves(List<Salt> leaves) {
        return new Salts(SAMPLE.salts().core(), SAMPLE.salts().person(), leaves);
    }

    private static Json.Members salting(String key, Json.Members... patch) {
        return Json.object().put("patch", List.of(patch)).put("saltKey", key).end();
    }

    private static Json.Members check(Salts salts, Fingerprint claimed, Json.Members... patch) {
        return Json.object()
                .put("patch", List.of(patch))
                .put("salts", salts.json())
                .put("fingerprint", claimed.hex())
                .end();
    }

    private static Json.Members replace(String path, String text) {
        return put(path, new Json.Text(text));
    }

    private static Json.Members put(String path, Json value) {
        return op("replace", path, value);
    }

    private static Json.Members op(String op, String path, Json value) {
        return Json.object().put("op", op).put("path", path).put("value", value).end();
    }
}
