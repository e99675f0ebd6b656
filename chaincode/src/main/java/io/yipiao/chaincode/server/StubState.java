package io.yipiao.chaincode.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.yipiao.chaincode.state.Caller;
import io.yipiao.chaincode.state.LedgerState;

import org.hyperledger.fabric.contract.ClientIdentity;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ledger.KeyModification;
import org.hyperledger.fabric.shim.ledger.QueryResultsIterator;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A transaction's view of Fabric's ledger, through the shim's stub. */
final class StubState implements LedgerState {
    private final ChaincodeStub stub;
    private final Caller caller;

    StubState(ChaincodeStub stub) throws IOException, CertificateException {
        this.stub = stub;
        this.caller = caller(new ClientIdentity(stub));
    }

    @Override
    public Optional<byte[]> get(String key) {
        byte @Nullable [] value = stub.getState(key);
        // The shim answers an absent key with no bytes; no value of ours is empty.
        return value == null || value.length == 0 ? Optional.empty() : Optional.of(value);
    }

    @Override
    public void put(String key, byte[] value) {
        stub.putState(key, value);
    }

    @Override
    public String transactionId() {
        return stub.getTxId();
    }

    @Override
    public Instant time() {
        return stub.getTxTimestamp();
    }

    @Override
    public Caller caller() {
        return caller;
    }

    @Override
    public List<Change> history(String key) {
        List<Change> changes = new ArrayList<>();
        try (QueryResultsIterator<KeyModification> found = stub.getHistoryForKey(key)) {
            for (KeyModification change : found) {
                changes.add(
                        new Change(
                                change.getTxId(),
                                change.getTimestamp(),
                                new String(change.getValue(), UTF_8)));
            }
        } catch (Exception e) {
            throw new IllegalStateException("the peer's history of a key cannot be read", e);
        }
        return changes;
    }

    /** The attributes stand in the certificate's extension 1.2.3.4.5.6.7.8.1, by Fabric CA. */
    private static Caller caller(ClientIdentity identity) {
        Map<String, String> attributes = new HashMap<>();
        for (String name : List.of(Caller.ROLE, Caller.PAYER)) {
            @Nullable String value = identity.getAttributeValue(name);
            if (value != null) {
                attributes.put(name, value);
            }
        }
        return new Caller(identity.getMSPID(), attributes);
    }
}
