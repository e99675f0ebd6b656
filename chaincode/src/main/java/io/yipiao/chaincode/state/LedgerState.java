package io.yipiao.chaincode.state;

import java.time.Instant;
import java.util.Optional;

/**
 * One transaction's view of a ledger. As in Fabric, a transaction does not see its own writes here,
 * and only an accepted call's writes are ever kept; nothing is deleted.
 */
public interface LedgerState extends History {

    /** The committed value of a key; each key is asked for once in a transaction. */
    Optional<byte[]> get(String key);

    /** Sets a key's value when the transaction is committed; each key is set at most once. */
    void put(String key, byte[] value);

    /** The transaction's id, 64 hexadecimal digits on Fabric. */
    String transactionId();

    /** The transaction's time, which the client chose: information, never a reason to decide. */
    Instant time();

    /** Whose certificate signed the proposal. */
    Caller caller();
}
