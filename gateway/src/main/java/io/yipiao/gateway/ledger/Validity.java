package io.yipiao.gateway.ledger;

/**
 * What the peers found of a transaction in a block, with Fabric's codes ({@code TxValidationCode}).
 */
public enum Validity {
    VALID(0),
    /** It came before in the channel; this copy does nothing. */
    DUPLICATE_TXID(3),
    ENDORSEMENT_POLICY_FAILURE(10),
    /** It read what another transaction wrote meanwhile: the race is lost. */
    MVCC_READ_CONFLICT(11),
    /** Any other reason. */
    INVALID(255);

    private final int code;

    Validity(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static Validity ofCode(int code) {
        for (Validity validity : values()) {
            if (validity.code == code) {
                return validity;
            }
        }
        return INVALID;
    }
}
