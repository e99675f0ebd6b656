package io.yipiao.gateway.reconcile;

/** How ledger and database can differ. */
public enum Difference {
    /** Anchored, and no batch of ours. */
    BATCH_UNKNOWN,
    /** Anchored by our own account, and not on the ledger. */
    BATCH_MISSING,
    /** Of another size there than here. */
    BATCH_SIZE,
    /** Opened on the ledger, and not stored here. */
    BILL_UNKNOWN,
    /** A share of a payer that decides here, under a claim that nobody made here. */
    SHARE_WITHOUT_CLAIM,
    /** A claim that was held or stamped by our own account, without a share. */
    CLAIM_WITHOUT_SHARE,
    /** A share that is occupied by a claim that has ended, or has not begun. */
    SHARE_OF_ENDED_CLAIM,
    /** In one state there and in another here. */
    OTHER_STATE,
    /** Of one amount there and of another here. */
    OTHER_AMOUNT,
    /** To be paid without a receipt. */
    RECEIPT_MISSING
}
