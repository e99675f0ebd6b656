package io.yipiao.verifier.canonical;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.vectors.FormatVectors;
import io.yipiao.verifier.vectors.HexEdit;
import io.yipiao.verifier.vectors.JsonEdit;

/**
 * The vectors of sm3.json: an input is a message, perhaps a key, and the digest that is claimed of
 * them. The first two digests are GB/T 32905's examples; OpenSSL computed all of the valid ones.
 */
class Sm3VectorsTest extends FormatVectors {
    private static final String ABC =
            "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0";

    Sm3VectorsTest() {
        super("sm3.json");
        accepted("abc", input("616263", ABC));
        accepted(
                "abcd sixteen times",
                input(
                        "61626364".repeat(16),
                        "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"));
        accepted(
                "nothing",
                input("", "1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b"));
        for (int length : new int[] {1, 55, 56, 63, 64, 65, 119, 120, 128, 1000}) {
            String message = "a5".repeat(length);
            accepted(length + " bytes", input(message, sm3(message)));
        }
        for (int length : new int[] {1, 32, 64, 65, 100}) {
            accepted("HMAC with a key of " + length + " bytes", hmac("0b".repeat(length)));
        }

        refused("another message", "digest", input("616264", ABC));
        for (int bit : new int[] {0, 7, 100, 255}) {
            refused("bit " + bit + " turned", "digest", input("616263", HexEdit.flip(ABC, bit)));
        }
        refused("the digest of 31 bytes", "digest", input("616263", HexEdit.cut(ABC)));
        refused("the digest of 33 bytes", "digest", input("616263", ABC + "00"));
        refused("capital letters", "digest", input("616263", ABC.replace('a', 'A')));
        refused("a digit that is none", "digest", input("616263", "g" + ABC.substring(1)));
        refused("white space", "digest", input("616263", " " + ABC.substring(1)));
        refused("full-width digits", "digest", input("616263", ABC.replace('6', '６')));
        refused("nothing for a digest", "digest", input("616263", ""));
        refused("half a byte of a message", "message", input("61626", ABC));
        refused("a message in capital letters", "message", input("4A", ABC));
        refused(
                "SHA-256 in its place",
                "digest",
                input(
                        "616263",
                        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        refused(
                "SM3 in the place of HMAC-SM3",
                "digest",
                Json.object().put("key", "0b").put("message", "616263").put("digest", ABC).end());
        refused(
                "a key and a message that together are another pair's",
                "digest",
                Json.object()
                        .put("key", "0b0b")
                        .put("message", "0b616263")
                        .put("digest", JsonEdit.text(hmac("0b"), "digest"))
                        .end());
        refused("HMAC cut to 16 bytes", "digest", input("616263", ABC.substring(32)));
    }

    @Override
    protected Json answer(Json.Members input) throws FieldException {
        byte[] message = Hex.read("message", input.text("message"));
        Digest claimed = Digest.ofHex("digest", input.text("digest"));
        Digest computed =
                input.has("key")
                        ? Sm3.hmac(Hex.read("key", input.text("key")), message)
                        : Sm3.of(message);
        if (!computed.equals(claimed)) {
            throw new FieldException("digest", computed.hex(), claimed.hex());
        }
        return new Json.Text(computed.hex());
    }

    private static Json.Members input(String message, String digest) {
        return Json.object().put("message", message).put("digest", digest).end();
    }

    private static Json.Members hmac(String key) {
        Digest mac =
                Sm3.hmac(java.util.HexFormat.of().parseHex(key), new byte[] {0x61, 0x62, 0x63});
        return Json.object()
                .put("key", key)
                .put("message", "616263")
                .put("digest", mac.hex())
                .end();
    }

    private static String sm3(String message) {
        return Sm3.of(java.util.HexFormat.of().parseHex(message)).hex();
    }
}
