package io.yipiao.network;

import io.yipiao.gateway.ledger.BlockStream;
import io.yipiao.gateway.ledger.Call;
import io.yipiao.gateway.ledger.Caller;
import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.LedgerTransaction;
import io.yipiao.gateway.ledger.Refused;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.fingerprint.IdentityBytes;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the network itself holds, asked past all gateways. */
final class LedgerFacts {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final LedgerClient ledger;

    LedgerFacts(LedgerClient ledger) {
        this.ledger = ledger;
    }

    /** A share of a bill as two organisations have it. */
    record Share(String payer, String claim, long fen, String state) {}

    /**
     * How a bill stands.
     *
     * @param state as the ledger calls it
     * @param provenance on whose word it stands; empty if it is known only from a red bill
     * @param aliasOf the index of the bill that it is the paper of; else empty
     */
    record Standing(String state, String provenance, String aliasOf, List<Share> shares) {
        private static Standing read(Json.Members bill) throws FieldException {
            List<Share> shares = new ArrayList<>();
            for (Json.Members share : bill.items("shares").objects("shares")) {
                shares.add(
                        new Share(
                                share.text("payer"),
                                share.text("claim"),
                                share.whole("fen"),
                                share.text("state")));
            }
            return new Standing(
                    bill.text("state"),
                    bill.optionalText("provenance").orElse(""),
                    bill.optionalText("aliasOf").orElse(""),
                    List.copyOf(shares));
        }
    }

    /** Where a bill stands, in hexadecimal digits. */
    String index(BillId id) throws Refused, FieldException {
        Call indexes =
                Call.of(Caller.INTAKE, "indexes").withSecret("identities", IdentityBytes.of(id));
        return items(ledger.evaluate(indexes)).texts("indexes").getFirst();
    }

    /** How a bill stands; nothing if nobody opened it. */
    Optional<Standing> standing(BillId id) throws Refused, FieldException {
        Call status = Call.of(Caller.INTAKE, "status").with(Json.texts(List.of(index(id))));
        return items(ledger.prove(status).answer()).values().getFirst() instanceof Json.Members bill
                ? Optional.of(Standing.read(bill))
                : Optional.empty();
    }

    /** All shares of a bill; none if nobody opened it. */
    List<Share> shares(BillId id) throws Refused, FieldException {
        return standing(id).map(Standing::shares).orElse(List.of());
    }

    /** The sizes of an issuer's batches, once for each time that one was written. */
    List<Long> batches(int issuer) throws FieldException, InterruptedException {
        List<Long> sizes = new ArrayList<>();
        for (List<Long> block : batchesByBlock(issuer, 0)) {
            sizes.addAll(block);
        }
        return sizes;
    }

    /** The sizes of an issuer's batches block by block, from a block on. */
    List<List<Long>> batchesByBlock(int issuer, long from)
            throws FieldException, InterruptedException {
        List<List<Long>> sizes = new ArrayList<>();
        long height = ledger.height();
        try (BlockStream blocks = ledger.blocks(from)) {
            for (long number = from; number < height; number++) {
                List<Long> inBlock = new ArrayList<>();
                for (LedgerTransaction transaction :
                        blocks.next(PATIENCE).orElseThrow().transactions()) {
                    inBlock.addAll(batches(transaction, "batch/" + issuer + "/"));
                }
                sizes.add(inBlock);
            }
        }
        return sizes;
    }

    private static List<Long> batches(LedgerTransaction transaction, String prefix)
            throws FieldException {
        List<Long> sizes = new ArrayList<>();
        if (transaction.isValid()) {
            for (var write : transaction.writes().entrySet()) {
                if (write.getKey().startsWith(prefix)) {
                    sizes.add(JsonReader.readObject(write.getValue()).whole("size"));
                }
            }
        }
        return sizes;
    }

    private static Json.Items items(byte[] answer) throws FieldException {
        return (Json.Items) JsonReader.read(answer);
    }
}
