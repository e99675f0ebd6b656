package io.yipiao.gateway.ledger;

/** A call that stands on the ledger for good. */
public final class Settled {
    private final TransactionId id;
    private final long block;
    private final byte[] answer;

    /**
     * @param id the transaction that carried it
     * @param block the number of its block
     * @param answer the chaincode's, canonical JSON
     */
    public Settled(TransactionId id, long block, byte[] answer) {
        this.id = id;
        this.block = block;
        this.answer = answer.clone();
    }

    public TransactionId id() {
        return id;
    }

    public long block() {
        return block;
    }

    public byte[] answer() {
        return answer.clone();
    }
}
