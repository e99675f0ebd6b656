package io.yipiao.verifier.seal;

import io.yipiao.verifier.bill.Bills;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.vectors.FormatVectors;

import java.nio.charset.StandardCharsets;

/**
 * The vectors of sealed-bill.json: an input is a sealed bill's text and the record of its issuer's
 * key; expected is the fingerprint that was sealed.
 */
class SealedBillVectorsTest extends FormatVectors {
    private static final SealPrivateKey SM2 = TestKeys.named(Suite.SM2, "issuer 1");
    private static final SealPrivateKey ES256 = TestKeys.named(Suite.ES256, "issuer 1");

    SealedBillVectorsTest() {
        super("sealed-bill.json");
        String text = text(TestBills.sealed(Bills.outpatient(), SM2));
        accepted("the outpatient sample, SM2", input(text, SM2));
        accepted(
                "the same, ES256", input(text(TestBills.sealed(Bills.outpatient(), ES256)), ES256));
        accepted("the inpatient sample", input(text(TestBills.sealed(Bills.sample(), SM2)), SM2));

        String bad = "does not verify";
        refused("another key", bad, input(text, TestKeys.named(Suite.SM2, "issuer 2")));
        refused("another suite", bad, input(text, ES256));
        refused(
                "another name",
                bad,
                input(text.replaceFirst("\"name\":\"张示范\"", "\"name\":\"张示例\""), SM2));
        refused(
                "a line's name",
                bad,
                input(text.replaceFirst("(\"lines\":.*?\"name\":\")", "$1复"), SM2));
        refused("a salt", bad, input(text.replaceFirst("(\"person\":\")..", "$100"), SM2));
        refused(
                "two leaves' salts changed over",
                bad,
                input(
                        text.replaceFirst(
                                "(\"leaves\":\\[)(\"[0-9a-f]+\"),(\"[0-9a-f]+\")", "$1$3,$2"),
                        SM2));
        refused(
                "the seal of another bill",
                bad,
                input(withSeal(text, TestBills.sealed(Bills.sample(), SM2).seal()), SM2));
        refused(
                "a salt too few",
                "salts.leaves",
                input(text.replaceFirst("(\"leaves\":\\[)\"[0-9a-f]+\",", "$1"), SM2));
        refused("no salts", "salts", input(text.replaceFirst(",\"salts\":\\{[^}]*\\}", ""), SM2));
        refused(
                "a salt of 15 bytes",
                "salts.core",
                input(text.replaceFirst("(\"core\":\")..", "$1"), SM2));
        refused("no seal", "seal", input(text.replaceFirst(",\"seal\":\"[0-9a-f]+\"", ""), SM2));
        refused(
                "a field more",
                "x",
                input(text.substring(0, text.length() - 1) + ",\"x\":1}", SM2));
        refused(
                "a field more among the salts",
                "salts.x",
                input(text.replaceFirst("(\"person\":\"[0-9a-f]{32}\")", "$1,\"x\":1"), SM2));
        refused("white space", "line", input(text.replaceFirst("\"bill\":", "\"bill\": "), SM2));
        refused("a line end", "line", input(text + "\n", SM2));
        refused(
                "another order",
                "line",
                input(
                        text.replaceFirst(
                                "(\"id\":\\{[^}]*\\}),(\"issuedAt\":\"[^\"]*\")", "$2,$1"),
                        SM2));
        refused(
                "a bill that does not add up",
                "bill.total",
                input(text.replaceFirst("\"total\":47465", "\"total\":47466"), SM2));
        refused(
                "no category totals, which other readers may compute",
                "line",
                input(text.replaceFirst("\"categoryTotals\":\\{[^}]*\\},", ""), SM2));
    }

    @Override
    protected Json answer(Json.Members input) throws FieldException, SealException {
        SealedBill bill = SealedBill.parse(input.text("line").getBytes(StandardCharsets.UTF_8));
        bill.check(IssuerKey.read(input.object("key")).key());
        return new Json.Text(bill.bill().fingerprint().hex());
    }

    private static Json.Members input(String line, SealPrivateKey key) {
        return Json.object()
                .put("line", line)
                .put("key", IssuerKey.of(1, key.publicKey()).json())
                .end();
    }

    private static String withSeal(String text, Seal seal) {
        return text.replaceFirst("\"seal\":\"[0-9a-f]+\"", "\"seal\":\"" + seal.hex() + "\"");
    }

    private static String text(SealedBill bill) {
        return new String(bill.bytes(), StandardCharsets.UTF_8);
    }
}
