package io.yipiao.gateway.projection;

import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.fingerprint.Core;
import io.yipiao.verifier.reader.Json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A red bill whose original is not opened yet.
 *
 * @param issuer who sealed it
 * @param total what it takes back
 */
public record WaitingRed(int issuer, Fen total) {

    /** Whether it will take this bill back once it is opened. */
    public boolean countsFor(Core bill) {
        return issuer == bill.issuer() && total.equals(bill.total());
    }

    static List<WaitingRed> read(String stored) throws FieldException {
        List<WaitingRed> reds = new ArrayList<>();
        if (Jcs.parse(stored.getBytes(StandardCharsets.UTF_8)) instanceof Json.Items items) {
            for (Json.Members red : items.objects("reds")) {
                reds.add(
                        new WaitingRed(
                                red.whole("issuer", 1, Integer.MAX_VALUE),
                                Fen.of("total", red.whole("total"))));
            }
        }
        return reds;
    }
}
