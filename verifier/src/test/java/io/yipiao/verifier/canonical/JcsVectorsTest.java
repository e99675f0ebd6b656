package io.yipiao.verifier.canonical;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.vectors.FormatVectors;

import java.nio.charset.StandardCharsets;

/**
 * The vectors of jcs.json: an input is a text that is said to be canonical, expected is its SM3.
 * What other spellings become, json.json says.
 */
class JcsVectorsTest extends FormatVectors {
    JcsVectorsTest() {
        super("jcs.json");
        accepted("an empty object", input("{}"));
        accepted("nested", input("{\"a\":[1,{\"b\":null},true],\"c\":\"\"}"));
        accepted(
                "names by UTF-16 units: a surrogate pair before U+FF21",
                input("{\"\":1,\"1\":2,\"\uD83D\uDE00\":3,\"\uFF21\":4}"));
        accepted(
                "short escapes and a hexadecimal one",
                input("\"\\b\\t\\n\\f\\r\\\"\\\\\\u001f/\""));
        accepted("characters beyond the controls as they are", input("\"\u007F\u0080\u2028衢𠮷\""));
        accepted("the largest whole number", input("9007199254740991"));
        accepted("the smallest", input("-9007199254740991"));
        accepted("zero", input("0"));

        refused("white space after a colon", "json", input("{\"a\": 1}"));
        refused("white space before", "json", input(" {}"));
        refused("white space after", "json", input("{}\n"));
        refused("names in another order", "json", input("{\"b\":1,\"a\":2}"));
        refused(
                "names by code points instead of units",
                "json",
                input("{\"\uFF21\":4,\"\uD83D\uDE00\":3}"));
        refused("an escape that is not needed", "json", input("\"\\u0041\""));
        refused("an escaped solidus", "json", input("\"\\/\""));
        refused("a long escape for a short one", "json", input("\"\\u000a\""));
        refused("capital letters in an escape", "json", input("\"\\u001F\""));
        refused("an escaped surrogate pair", "json", input("\"\\ud83d\\ude00\""));
        refused("text that is not NFC", "json", hex("2265cc8122"));
        refused("a name that is not NFC", "json", hex("7b2265cc81223a317d"));
        refused("minus zero", "json", input("-0"));
        refused("a fraction", "json", input("1.0"));
        refused("an exponent", "json", input("1e3"));
        refused("beyond 2^53 - 1", "json", input("9007199254740992"));
        refused("a leading zero", "json", input("01"));
        refused("a name twice", "a", input("{\"a\":1,\"a\":1}"));
        refused("a name twice, once escaped", "a", input("{\"\\u0061\":1,\"a\":1}"));
        refused("a byte order mark", "json", input("\uFEFF{}"));
        refused("two values", "json", input("{}{}"));
        refused("no value", "json", input(""));
        refused("a lone surrogate", "json", input("\"\\ud800\""));
        refused("a comma too many", "json", input("[1,]"));
        refused("a comment", "json", input("/* */{}"));
        refused("single quotes", "json", input("'a'"));
    }

    @Override
    protected Json answer(Json.Members input) throws FieldException {
        byte[] text =
                input.has("hex")
                        ? Hex.read("hex", input.text("hex"))
                        : input.text("text").getBytes(StandardCharsets.UTF_8);
        return new Json.Text(Sm3.of(Jcs.bytes(Jcs.parse(text))).hex());
    }

    /** For text that cannot stand in a vector, whose own text is in NFC. */
    private static Json.Members hex(String hex) {
        return Json.object().put("hex", hex).end();
    }

    private static Json.Members input(String text) {
        return Json.object().put("text", text).end();
    }
}
