package io.yipiao.chaincode.record;

import io.yipiao.chaincode.state.Overlay;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.fingerprint.BillIndex;
import io.yipiao.verifier.reader.Json;

import java.util.Optional;

/**
 * The ledger's keys, each with its record. A value that is not of its form was not written by these
 * rules: that is a fault of the ledger, not of a call.
 */
public final class Records {
    private static final String RULES = "rules";

    private final Overlay overlay;

    public Records(Overlay overlay) {
        this.overlay = overlay;
    }

    /** The rules, or none of version 0. */
    public Rules rules() {
        return get(RULES, Rules::read).orElse(Rules.NONE);
    }

    public Optional<EnrolledIssuer> issuer(int number) {
        return get(issuerKey(number), EnrolledIssuer::read);
    }

    public Optional<EnrolledPayer> payer(PayerId id) {
        return get(payerKey(id), EnrolledPayer::read);
    }

    /** The numbers given out of a bill code. */
    public Series series(String code) {
        return get(seriesKey(code), Series::read).orElse(Series.NONE);
    }

    public Optional<AnchoredBatch> batch(int issuer, Digest root) {
        return get(batchKey(issuer, root), AnchoredBatch::read);
    }

    public Optional<LedgerBill> bill(BillIndex index) {
        return get(billKey(index), LedgerBill::read);
    }

    /** What was applied from a red bill's place. */
    public RedRecord red(BillIndex red) {
        return get(redKey(red), RedRecord::read).orElse(RedRecord.NONE);
    }

    public Optional<PendingCall> pending(Digest digest) {
        return get(pendingKey(digest), PendingCall::read);
    }

    public void put(Rules rules) {
        put(RULES, rules.json());
    }

    public void put(int number, EnrolledIssuer issuer) {
        put(issuerKey(number), issuer.json());
    }

    public void put(PayerId id, EnrolledPayer payer) {
        put(payerKey(id), payer.json());
    }

    public void put(String code, Series series) {
        put(seriesKey(code), series.json());
    }

    public void put(int issuer, Digest root, AnchoredBatch batch) {
        put(batchKey(issuer, root), batch.json());
    }

    public void put(BillIndex index, LedgerBill bill) {
        put(billKey(index), bill.json());
    }

    public void put(BillIndex red, RedRecord applied) {
        put(redKey(red), applied.json());
    }

    public void put(PendingCall call) {
        put(pendingKey(call.digest()), call.json());
    }

    private static String issuerKey(int number) {
        return "issuer/" + number;
    }

    private static String payerKey(PayerId id) {
        return "payer/" + id;
    }

    private static String seriesKey(String code) {
        return "series/" + code;
    }

    private static String batchKey(int issuer, Digest root) {
        return "batch/" + issuer + "/" + root.hex();
    }

    private static String billKey(BillIndex index) {
        return "bill/" + index.hex();
    }

    private static String redKey(BillIndex red) {
        return "red/" + red.hex();
    }

    private static String pendingKey(Digest digest) {
        return "pending/" + digest.hex();
    }

    private void put(String key, Json.Members value) {
        overlay.put(key, Jcs.bytes(value));
    }

    private <T> Optional<T> get(String key, Reader<T> reader) {
        Optional<byte[]> bytes = overlay.get(key);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.read(Jcs.parseObject(bytes.get())));
        } catch (FieldException e) {
            throw new IllegalStateException("the ledger's value of " + key + ": " + e, e);
        }
    }

    private interface Reader<T> {
        T read(Json.Members value) throws FieldException;
    }
}
