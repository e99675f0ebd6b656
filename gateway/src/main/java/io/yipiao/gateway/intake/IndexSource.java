package io.yipiao.gateway.intake;

import io.yipiao.gateway.ledger.Call;
import io.yipiao.gateway.ledger.Caller;
import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.LedgerUnavailable;
import io.yipiao.gateway.ledger.Refused;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Hex;
import io.yipiao.verifier.fingerprint.IdentityBytes;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;
import io.yipiao.verifier.verdict.RefusalCode;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks the chaincode, which alone holds the index keys, for bills' places on the ledger. */
public final class IndexSource {
    private final LedgerClient ledger;

    public IndexSource(LedgerClient ledger) {
        this.ledger = ledger;
    }

    /**
     * The places of some bills, in order, or nothing while the ledger cannot be asked.
     *
     * @throws Refused when the chaincode has no key for one of the years
     */
    public Optional<List<byte[]>> indexes(List<BillId> ids) throws Refused {
        ByteArrayOutputStream identities = new ByteArrayOutputStream();
        ids.forEach(id -> identities.writeBytes(IdentityBytes.of(id)));
        Call call =
                Call.of(Caller.INTAKE, "indexes")
                        .withSecret("identities", identities.toByteArray());
        try {
            return Optional.of(read(ledger.evaluate(call)));
        } catch (LedgerUnavailable e) {
            return Optional.empty();
        }
    }

    private static List<byte[]> read(byte[] answer) throws Refused {
        try {
            if (JsonReader.read(answer) instanceof Json.Items items) {
                if (items.values().stream().anyMatch(Json.Nothing.class::isInstance)) {
                    throw new Refused(
                            RefusalCode.WRONG_KEY, "the ledger has no index key of that year");
                }
                List<byte[]> indexes = new ArrayList<>();
                for (String hex : items.texts("indexes")) {
                    indexes.add(Hex.read("index", hex, 32));
                }
                return indexes;
            }
            throw new IllegalStateException("the chaincode answered indexes with no list");
        } catch (FieldException e) {
            throw new IllegalStateException("the chaincode's indexes do not read", e);
        }
    }
}
