package io.yipiao.gateway.ledger;

/**
 * A proposal that two organisations endorsed and nobody submitted yet. Whoever stores the envelope
 * before submitting it can find out, however often he is killed, what became of it.
 */
public final class Endorsed {
    private final TransactionId id;
    private final byte[] envelope;
    private final byte[] answer;

    /**
     * @param id the transaction's
     * @param envelope signed, ready to be submitted, at any later time and as often as is needed
     * @param answer the chaincode's, canonical JSON; true only once the envelope is committed
     */
    public Endorsed(TransactionId id, byte[] envelope, byte[] answer) {
        this.id = id;
        this.envelope = envelope.clone();
        this.answer = answer.clone();
    }

    public TransactionId id() {
        return id;
    }

    public byte[] envelope() {
        return envelope.clone();
    }

    public byte[] answer() {
        return answer.clone();
    }

    @Override
    public String toString() {
        return "endorsed " + id;
    }
}
