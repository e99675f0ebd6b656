package io.yipiao.verifier.receipt;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.qr.Base45;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.vectors.FormatVectors;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The vectors of compact-receipt.json: an input is the text of a receipt's QR code, expected is the
 * receipt as JSON.
 */
class CompactReceiptVectorsTest extends FormatVectors {

    CompactReceiptVectorsTest() {
        super("compact-receipt.json");
        for (String kind : new String[] {"batch", "stamped", "recovered in parts", "alias"}) {
            accepted("of a network: " + kind, input(text(kind)));
        }
        String good = text("stamped");
        refused("nothing", "receipt", input(""));
        refused("the label alone", "receipt", input("YR1:"));
        refused("another label", "receipt", input("YR2:" + good.substring(4)));
        refused("a label in small letters", "receipt", input("yr1:" + good.substring(4)));
        refused("a character too few", "receipt", input(good.substring(0, good.length() - 1)));
        refused("a character too many", "receipt", input(good + "0"));
        refused("a character that is none of the 45", "receipt", input(good + "a"));
        refused("three characters above 65535", "receipt", input("YR1::::"));
        refused("a line end", "receipt", input(good + "\n"));
        refused("more than a symbol holds", "receipt", input("YR1:" + "0".repeat(4_293)));
        refused("a copy of what stands nowhere", "receipt", tokens("0001" + "01" + "ffff7f"));
        refused("a copy at distance 0", "receipt", tokens("0001" + "01" + "00"));
        refused(
                "a copy of two hundred million bytes",
                "receipt",
                tokens("0001" + "ffffffff01" + "01"));
        refused("a token that ends early", "receipt", tokens("7e" + "0102"));
        refused("no parts", "receipt", tokens("00" + "00"));
        refused("five parts", "receipt", tokens("0a" + "0f" + "0000000000"));
        refused("six empty parts", "proposal.arguments", tokens("0c" + "12" + "000000000000"));
    }

    @Override
    protected Json answer(Json.Members input) throws FieldException {
        Receipt receipt = CompactReceipt.parse(input.text("text"));
        return new Json.Text(new String(receipt.bytes(), StandardCharsets.UTF_8));
    }

    private static String text(String kind) {
        return CompactReceipt.write(NetworkReceipts.receipt(kind)).orElseThrow();
    }

    private static Json.Members tokens(String hex) {
        return input("YR1:" + Base45.write(HexFormat.of().parseHex(hex)));
    }

    private static Json.Members input(String text) {
        return Json.object().put("text", text).end();
    }
}
