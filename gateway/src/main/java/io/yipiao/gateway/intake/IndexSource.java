package io.yipiao.gateway.intake;

import io.yipiao.gateway.ledger.Call;
import io.yipiao.gateway.ledger.Caller;
import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.LedgerUnavailable;
import io.yipiao.gateway.ledger.Refused;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.fingerprint.BillIndex;
import io.yipiao.verifier.fingerprint.IdentityBytes;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;

/** Asks the chaincode, which alone holds the index keys, for bills' places on the ledger. */
public final class IndexSource {
    private static final Logger LOG = Logger.getLogger(IndexSource.class.getName());

    private final LedgerClient ledger;

    public IndexSource(LedgerClient ledger) {
        this.ledger = ledger;
    }

    /**
     * The places of some bills, in order, or nothing while the ledger cannot be asked. A bill of a
     * year that the ledger has no index key for has no place.
     */
    public Optional<List<Optional<BillIndex>>> indexes(List<BillId> ids) {
        ByteArrayOutputStream identities = new ByteArrayOutputStream();
        ids.forEach(id -> identities.writeBytes(IdentityBytes.of(id)));
        Call call =
                Call.of(Caller.INTAKE, "indexes")
                        .withSecret("identities", identities.toByteArray());
        try {
            return Optional.of(read(ledger.evaluate(call)));
        } catch (LedgerUnavailable e) {
            return Optional.empty();
        } catch (Refused e) {
            // The peer's own fault: it has no rules yet, or another index key than the ledger.
            LOG.log(Level.WARNING, "No places of bills: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** The years, two digits each, that the ledger has index keys for, as far as it answers. */
    public List<String> years() {
        List<BillId> probes =
                IntStream.range(0, 100)
                        .mapToObj(year ->
                                new BillId(
                                        BillId.Kind.FISCAL,
                                        "000000%02d".formatted(year),
                                        "0".repeat(10)))
                        .toList();
        List<Optional<BillIndex>> places = indexes(probes).orElse(List.of());
        return IntStream.range(0, places.size())
                .filter(i -> places.get(i).isPresent())
                .mapToObj(i -> probes.get(i).year())
                .toList();
    }

    private static List<Optional<BillIndex>> read(byte[] answer) {
        try {
            if (JsonReader.read(answer) instanceof Json.Items items) {
                List<Optional<BillIndex>> indexes = new ArrayList<>();
                for (Json item : items.values()) {
                    indexes.add(
                            item instanceof Json.Text(String hex)
                                    ? Optional.of(BillIndex.ofHex("index", hex))
                                    : Optional.empty());
                }
                return indexes;
            }
            throw new IllegalStateException("the chaincode answered indexes with no list");
        } catch (FieldException e) {
            throw new IllegalStateException("the chaincode's indexes do not read", e);
        }
    }
}
