package io.yipiao.chaincode.record;

import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.fingerprint.BillIndex;
import io.yipiao.verifier.reader.Json;

import java.util.List;
import java.util.Set;

/**
 * A red bill (红票) as it meets its original: {@code {index, issuer, total}}.
 *
 * @param index where the red bill itself stands
 * @param issuer who sealed it
 * @param total what it takes back, positive
 */
public record RedBill(BillIndex index, int issuer, Fen total) {

    static RedBill read(Json.Members value) throws FieldException {
        value.only(Set.of("index", "issuer", "total"));
        return new RedBill(
                BillIndex.ofHex("index", value.text("index")),
                value.whole("issuer", 1, Integer.MAX_VALUE),
                Fen.of("total", value.whole("total")));
    }

    Json.Members json() {
        return Json.object()
                .put("index", index.hex())
                .put("issuer", issuer)
                .put("total", total.value())
                .end();
    }

    /** A bill taken back by the first of these that counts, if none counted before. */
    static OpenedBill firstOf(List<RedBill> reds, OpenedBill opened) {
        if (opened.isReversed()) {
            return opened;
        }
        return reds.stream()
                .filter(red -> red.countsFor(opened.content()))
                .findFirst()
                .map(red -> opened.reversedBy(red.index()))
                .orElse(opened);
    }

    /** Whether it takes this bill back: the same issuer, and the whole of the total. */
    public boolean countsFor(SealedContent original) {
        return issuer == original.issuer() && total.equals(original.total());
    }
}
