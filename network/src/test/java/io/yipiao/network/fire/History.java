package io.yipiao.network.fire;

import io.yipiao.gateway.ledger.LedgerTransaction;
import io.yipiao.gateway.ledger.messages.BlockReader;
import io.yipiao.verifier.audit.BlockFile;
import io.yipiao.verifier.audit.BlockFileException;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All values that valid transactions of the exported blocks gave to bills and batches, in order.
 */
public final class History {
    private final Map<Digest, List<SeenBill>> bills = new HashMap<>();
    private final Map<String, Integer> batches = new HashMap<>();

    /** Reads a file of blocks. */
    public static History of(Path blocks) throws IOException, BlockFileException, FieldException {
        History history = new History();
        BlockReader reader = new BlockReader("registry");
        try (InputStream in = new BufferedInputStream(Files.newInputStream(blocks))) {
            BlockFile file = new BlockFile(in);
            for (var block = file.next(); block.isPresent(); block = file.next()) {
                for (LedgerTransaction transaction : reader.read(block.get()).transactions()) {
                    if (transaction.isValid()) {
                        history.add(transaction.writes());
                    }
                }
            }
        }
        return history;
    }

    /** Adds what a valid transaction wrote. */
    void add(Map<String, byte[]> writes) throws FieldException {
        for (Map.Entry<String, byte[]> write : writes.entrySet()) {
            String key = write.getKey();
            if (key.startsWith("batch/")) {
                batches.merge(key.substring(key.lastIndexOf('/') + 1), 1, Integer::sum);
            } else if (key.startsWith("bill/")) {
                addBill(JsonReader.readObject(write.getValue()));
            }
        }
    }

    private void addBill(Json.Members bill) throws FieldException {
        if (bill.has("fingerprint") && !bill.has("aliasOf")) {
            Digest fingerprint = Digest.ofHex("fingerprint", bill.text("fingerprint"));
            bills.computeIfAbsent(fingerprint, f -> new ArrayList<>()).add(SeenBill.read(bill));
        }
    }

    /** How often a batch of this root was written. */
    int batches(String root) {
        return batches.getOrDefault(root, 0);
    }

    /** The values of a bill, the oldest first; none if it was never opened. */
    List<SeenBill> of(Digest fingerprint) {
        return List.copyOf(bills.getOrDefault(fingerprint, List.of()));
    }
}
