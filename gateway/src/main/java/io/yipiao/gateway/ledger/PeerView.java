package io.yipiao.gateway.ledger;

/**
 * One peer as a witness of the channel: it is asked itself, and answers for itself alone. Every
 * method may throw {@link LedgerUnavailable}; who asks again may ask at once.
 */
public interface PeerView {
    PeerName peer();

    /** How many blocks this peer has: the number of its next one. */
    long height();

    /**
     * A block as this peer holds it.
     *
     * @throws LedgerUnavailable also if it has no such block
     */
    PeerBlock block(long number);
}
