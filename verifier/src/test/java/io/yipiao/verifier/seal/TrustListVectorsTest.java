package io.yipiao.verifier.seal;

import static io.yipiao.verifier.vectors.JsonEdit.with;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.bill.Issuer;
import io.yipiao.verifier.canonical.Hex;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.vectors.FormatVectors;
import io.yipiao.verifier.vectors.HexEdit;
import io.yipiao.verifier.vectors.JsonEdit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The vectors of trust-list.json: an input is a list's text, its seal and the pinned key's record;
 * expected are the list's number and the thumbprints of its keys.
 */
class TrustListVectorsTest extends FormatVectors {
    private static final SealPrivateKey LIST_KEY = TestKeys.named(Suite.SM2, "list key");
    private static final TrustList LIST = list();

    TrustListVectorsTest() {
        super("trust-list.json");
        String text = new String(LIST.bytes(), StandardCharsets.UTF_8);
        Json.Members good = input(text);
        String seal = JsonEdit.text(good, "seal");
        accepted("two issuers with three keys, one of them revoked", good);
        TrustList empty = new TrustList(1, LIST.issued(), LIST.nextUpdate(), List.of());
        accepted("no issuer", input(new String(empty.bytes(), StandardCharsets.UTF_8)));
        SealPrivateKey es256 = TestKeys.named(Suite.ES256, "list key");
        accepted("a list key of ES256", input(text, es256));

        refused(
                "another list key",
                "does not verify",
                with(good, "pinned", record(TestKeys.named(Suite.SM2, "another"))));
        refused(
                "a bit of the seal turned",
                "does not verify",
                with(good, "seal", HexEdit.flip(seal, 77)));
        refused(
                "a list that was altered",
                "does not verify",
                with(good, "list", text.replace("人民", "中医")));
        refused(
                "white space after, not sealed",
                "does not verify",
                with(good, "list", text + "\n"));
        refused("white space after, sealed", "list", input(text + "\n"));
        refused(
                "names in another order",
                "list",
                input(
                        text.replaceFirst(
                                "(\"issued\":[^,]*),(\"issuers\".*\\]),\"next", "$2,$1,\"next")));
        refused(
                "a needless escape",
                "list",
                input(text.replace("H99010100001", "\\u004899010100001")));
        refused("a field more", "x", input(text.substring(0, text.length() - 1) + ",\"x\":1}"));
        refused("number 0", "number", input(text.replace("\"number\":12}", "\"number\":0}")));
        refused("no number", "number", input(text.replace(",\"number\":12}", "}")));
        refused(
                "no later update",
                "nextUpdate",
                input(text.replace("2026-10-01T00:00:00Z", "2026-09-01T00:00:00Z")));
        refused(
                "a day for an instant",
                "issued",
                input(text.replace("2026-09-01T00:00:00Z\",\"issuers", "2026-09-01\",\"issuers")));
        refused(
                "issuers in another order",
                "issuers",
                input(text.replace("\"number\":1}", "\"number\":3}")));
        refused(
                "an issuer twice",
                "issuers",
                input(text.replace("\"number\":2}", "\"number\":1}")));
        refused("a key twice", "keys", input(text.replace("\"seq\":2", "\"seq\":1")));
        refused(
                "a host in capital letters",
                "host",
                input(text.replace("bills.example.cn", "BILLS.EXAMPLE.CN")));
        refused(
                "a host of 39 characters",
                "host",
                input(text.replace("bills.example.cn", "b".repeat(36) + ".cn")));
        refused(
                "a host with a path",
                "host",
                input(text.replace("bills.example.cn", "bills.example.cn/q")));
        refused(
                "a standard user id that is written",
                "list",
                input(
                        text.replaceFirst(
                                "\"suite\":\"SM2\"",
                                "$0,\"userId\":\""
                                        + Hex.write(IssuerKey.standardUserId())
                                        + "\"")));
        refused(
                "an issuer's code of another shape",
                "code",
                input(text.replace("H99010100001", "X99010100001")));
        refused(
                "a null",
                "list",
                input(
                        text.replaceFirst("\"suite\":\"SM2\"", "$0,\"suspectSince\":null")
                                .replace("}],\"name\"", "}],\"name\"")));
        refused("no list", "json", input("[]"));
    }

    @Override
    protected Json answer(Json.Members input) throws FieldException, SealException {
        TrustList list =
                TrustList.parse(
                        input.text("list").getBytes(StandardCharsets.UTF_8),
                        Seal.ofHex("seal", input.text("seal")),
                        IssuerKey.read(input.object("pinned")).key());
        List<String> thumbprints =
                list.issuers().stream()
                        .flatMap(issuer -> issuer.keys().stream())
                        .map(key -> key.key().thumbprint().hex())
                        .toList();
        return Json.object()
                .put("number", list.number())
                .put("thumbprints", Json.texts(thumbprints))
                .end();
    }

    /** A list that two of its issuers' three keys are good in. */
    static TrustList list() {
        IssuerKey first = IssuerKey.of(1, TestKeys.named(Suite.SM2, "issuer 1").publicKey());
        IssuerKey revoked =
                new IssuerKey(
                        2,
                        TestKeys.named(Suite.SM2, "issuer 1, second key").publicKey(),
                        Optional.of(Instant.parse("2026-08-30T08:00:00Z")),
                        Optional.of(Instant.parse("2026-08-29T08:00:00Z")));
        IssuerKey other = IssuerKey.of(1, TestKeys.named(Suite.ES256, "issuer 2").publicKey());
        return new TrustList(
                12,
                Instant.parse("2026-09-01T00:00:00Z"),
                Instant.parse("2026-10-01T00:00:00Z"),
                List.of(
                        new TrustedIssuer(
                                new Issuer(1, "H99010100001", "示范市人民医院"),
                                "bills.example.cn",
                                List.of(first, revoked)),
                        new TrustedIssuer(
                                new Issuer(2, "P99010100002", "示范大药房"),
                                "127.0.0.1:8080",
                                List.of(other))));
    }

    private static Json.Members input(String text) {
        return input(text, LIST_KEY);
    }

    /** Seals whatever the text is: a list key's holder may err too. */
    private static Json.Members input(String text, SealPrivateKey key) {
        byte[] message = TrustList.message(text.getBytes(StandardCharsets.UTF_8));
        return Json.object()
                .put("list", text)
                .put("seal", TestKeys.sign(key, message).hex())
                .put("pinned", record(key))
                .end();
    }

    private static Json.Members record(SealPrivateKey key) {
        return IssuerKey.of(1, key.publicKey()).json();
    }
}
