package io.yipiao.gateway.ledger;

/** An answer with its receipt: two organisations' signatures under what the ledger holds. */
public final class Proved {
    private final byte[] answer;
    private final byte[] receipt;

    /**
     * @param answer the chaincode's, canonical JSON
     * @param receipt the JSON of {@code verifier.receipt}, which holds the answer too
     */
    public Proved(byte[] answer, byte[] receipt) {
        this.answer = answer.clone();
        this.receipt = receipt.clone();
    }

    public byte[] answer() {
        return answer.clone();
    }

    public byte[] receipt() {
        return receipt.clone();
    }
}
