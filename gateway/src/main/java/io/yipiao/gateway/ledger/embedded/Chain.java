package io.yipiao.gateway.ledger.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.yipiao.chaincode.state.History;
import io.yipiao.gateway.ledger.Commit;
import io.yipiao.gateway.ledger.LedgerBlock;
import io.yipiao.gateway.ledger.LedgerTransaction;
import io.yipiao.gateway.ledger.LedgerUnavailable;
import io.yipiao.gateway.ledger.TransactionId;
import io.yipiao.gateway.ledger.messages.BlockReader;

import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Envelope;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The blocks and the state they make. Simulations share a lock, so that each sees one height
 * throughout; only one thread, the {@link Committer}'s, appends.
 */
final class Chain implements Closeable {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);
    private final ReentrantLock tip = new ReentrantLock();
    private final Condition grown = tip.newCondition();
    private final WorldState state = new WorldState();
    private final Map<TransactionId, Commit> commits = new HashMap<>();
    private final BlockReader reader = new BlockReader(Proposed.CHAINCODE.getName());
    private final Validation validation;
    private final BlockFile file;
    private BlockLink last = BlockLink.NONE;

    /** Opens a chain and rebuilds its state, one block in memory at a time. */
    Chain(Path path, Members members) throws IOException {
        this.validation = new Validation(members, state, commits.keySet());
        this.file = BlockFile.open(path, this::replay);
    }

    /** Held by whoever simulates, as long as he looks at the state. */
    Lock sharedLock() {
        return lock.readLock();
    }

    WorldState state() {
        return state;
    }

    long height() {
        return file.height();
    }

    /** Orders envelopes into one block, which is on disk when this returns, and applies it. */
    List<Commit> append(List<Envelope> envelopes) throws IOException {
        Block block = last.next(envelopes, validation.flags(envelopes));
        file.append(block);
        last = BlockLink.after(block);
        List<LedgerTransaction> transactions = apply(block).transactions();
        tip.lock();
        try {
            grown.signalAll();
        } finally {
            tip.unlock();
        }
        return transactions.stream().map(one -> commitOf(one.id())).toList();
    }

    /** A block, once it is there; empty if it is not within this time. */
    Optional<LedgerBlock> await(long number, Duration patience) throws InterruptedException {
        long nanos = patience.toNanos();
        tip.lockInterruptibly();
        try {
            while (file.height() <= number) {
                if (nanos <= 0) {
                    return Optional.empty();
                }
                nanos = grown.awaitNanos(nanos);
            }
        } finally {
            tip.unlock();
        }
        return Optional.of(reader.read(read(number)));
    }

    /** All values a key ever had, the newest first. */
    List<History.Change> history(String key) {
        List<History.Change> changes = new ArrayList<>();
        for (Version version : state.versions(key).reversed()) {
            LedgerTransaction transaction =
                    reader.read(read(version.block())).transactions().get(version.transaction());
            byte[] value = transaction.writes().get(key);
            if (value != null) {
                changes.add(
                        new History.Change(
                                transaction.id().hex(),
                                transaction.time(),
                                new String(value, UTF_8)));
            }
        }
        return changes;
    }

    private void replay(Block block) {
        if (!last.precedes(block)) {
            throw new IllegalStateException(
                    "block " + block.getHeader().getNumber() + " does not follow its predecessor");
        }
        last = BlockLink.after(block);
        apply(block);
    }

    private LedgerBlock apply(Block block) {
        lock.writeLock().lock();
        try {
            LedgerBlock read = reader.read(block);
            for (int i = 0; i < read.transactions().size(); i++) {
                LedgerTransaction transaction = read.transactions().get(i);
                commits.putIfAbsent(
                        transaction.id(),
                        Commit.of(transaction.id(), read.number(), transaction.validity()));
                if (transaction.isValid()) {
                    state.apply(transaction.writes(), new Version(read.number(), i));
                }
            }
            return read;
        } finally {
            lock.writeLock().unlock();
        }
    }

    private Commit commitOf(TransactionId id) {
        Commit commit = commits.get(id);
        if (commit == null) {
            throw new IllegalStateException("applied, yet unknown: " + id);
        }
        return commit;
    }

    /** A block as it lies on disk. */
    Block read(long number) {
        try {
            return file.read(number);
        } catch (IOException e) {
            throw new LedgerUnavailable("block " + number + " cannot be read", e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
