package io.yipiao.gateway.ledger.race;

/** What may happen to an issuer's key while it anchors. */
enum KeyOperation {
    SUSPEND,
    /** Finance confirms what Insurance asked for. */
    REVOKE,
    /** The old key vouches for a new one. */
    ROTATE,
    /** The same, while the new key's first batch is under way. */
    ROTATE_TO_THE_ANCHORS
}
