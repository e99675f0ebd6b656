package io.yipiao.verifier.audit;

import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.receipt.ShareState;

import java.util.List;
import java.util.Map;

/**
 * What an audit found.
 *
 * @param channel the ledger's channel
 * @param blocks how many were read, from block 0
 * @param lastHash the hash of the last of them, in hexadecimal
 * @param valid transactions that changed the ledger, configurations among them
 * @param invalid transactions that did not
 * @param compared how many blocks another organisation's export agrees with
 * @param totals what stands on the ledger then
 * @param breaches the first thousand, in the order of blocks
 * @param breachCount all of them
 */
public record AuditReport(
        String channel,
        long blocks,
        String lastHash,
        long valid,
        long invalid,
        long compared,
        AuditTotals totals,
        List<Breach> breaches,
        long breachCount) {

    public AuditReport {
        breaches = List.copyOf(breaches);
    }

    public boolean isClean() {
        return breachCount == 0;
    }

    /** The same for programs. */
    public Json.Members json() {
        Json.Writer shares = Json.object();
        for (Map.Entry<ShareState, ShareSum> each : totals.shares().entrySet()) {
            shares.put(
                    each.getKey().name(),
                    Json.object()
                            .put("shares", each.getValue().shares())
                            .put("fen", each.getValue().fen())
                            .end());
        }
        return Json.object()
                .put("channel", channel)
                .put("blocks", blocks)
                .put("lastHash", lastHash)
                .put("valid", valid)
                .put("invalid", invalid)
                .put("compared", compared)
                .put("batches", totals.batches())
                .put("leaves", totals.leaves())
                .put("bills", totals.bills())
                .put("shares", shares.end())
                .put("breaches", breaches.stream().map(Breach::json).toList())
                .put("breachCount", breachCount)
                .end();
    }
}
