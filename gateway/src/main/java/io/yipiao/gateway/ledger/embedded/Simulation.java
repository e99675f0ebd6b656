package io.yipiao.gateway.ledger.embedded;

import com.google.protobuf.ByteString;

import io.yipiao.chaincode.state.Caller;
import io.yipiao.chaincode.state.LedgerState;

import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One transaction's view of the state, which remembers what was read, with versions, and written.
 * Keys are ASCII, so that their order as text is their order as bytes.
 */
final class Simulation implements LedgerState {
    private final Chain chain;
    private final Proposed proposed;
    private final SortedMap<String, KVRead> reads = new TreeMap<>();
    private final SortedMap<String, KVWrite> writes = new TreeMap<>();

    /** The caller holds the chain's shared lock as long as the simulation is used. */
    Simulation(Chain chain, Proposed proposed) {
        this.chain = chain;
        this.proposed = proposed;
    }

    @Override
    public Optional<byte[]> get(String key) {
        Optional<WorldState.Entry> entry = chain.state().get(ascii(key));
        KVRead.Builder read = KVRead.newBuilder().setKey(key);
        entry.ifPresent(found ->
                read.getVersionBuilder()
                        .setBlockNum(found.version().block())
                        .setTxNum(found.version().transaction()));
        reads.put(key, read.build());
        return entry.map(found -> found.value().toByteArray());
    }

    @Override
    public void put(String key, byte[] value) {
        writes.put(
                ascii(key),
                KVWrite.newBuilder().setKey(key).setValue(ByteString.copyFrom(value)).build());
    }

    @Override
    public List<Change> history(String key) {
        return chain.history(key);
    }

    @Override
    public String transactionId() {
        return proposed.id().hex();
    }

    @Override
    public Instant time() {
        return proposed.time();
    }

    @Override
    public Caller caller() {
        return proposed.client().caller();
    }

    /** What was read and written, each key once, in order. */
    KVRWSet readWriteSet() {
        return KVRWSet.newBuilder()
                .addAllReads(reads.values())
                .addAllWrites(writes.values())
                .build();
    }

    private static String ascii(String key) {
        if (key.isEmpty() || !StandardCharsets.US_ASCII.newEncoder().canEncode(key)) {
            throw new IllegalArgumentException("not an ASCII key: " + key);
        }
        return key;
    }
}
