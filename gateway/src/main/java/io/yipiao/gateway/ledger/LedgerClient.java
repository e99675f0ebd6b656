package io.yipiao.gateway.ledger;

import java.util.List;

/**
 * One channel with the chaincode {@code registry}. Safe for many threads. Every method may throw
 * {@link LedgerUnavailable}.
 */
public interface LedgerClient extends AutoCloseable {
    /** Asks one peer, without a trace on the ledger. */
    byte[] evaluate(Call call) throws Refused;

    /**
     * Has a call simulated and signed by its two organisations. If one of them cannot be reached
     * the other pair is asked; a refusal of either pair is final.
     *
     * @throws RaceLost when the peers stand at different heights: propose anew
     */
    Endorsed endorse(Call call) throws Refused, RaceLost;

    /**
     * Submits an endorsed envelope, the first time or again, and waits until it stands in a block.
     * The same envelope always ends in the same commit: a copy is told what became of the first.
     */
    Commit submit(byte[] envelope);

    /**
     * Has a query endorsed by two organisations and not submitted: their signatures over the value
     * and its version are the receipt. Asked again until both hold the same.
     */
    Proved prove(Call call) throws Refused;

    /** The blocks from this number on, those to come included. */
    BlockStream blocks(long from);

    /** How many blocks the channel has: the number of the next one. */
    long height();

    /**
     * By whose authority the organisations' peers sign: the JSON that {@code
     * verifier.receipt.OrganisationRoots} reads, for those who check receipts.
     */
    byte[] roots();

    /** Every organisation's peers, to be asked one by one. */
    List<PeerView> peers();

    @Override
    void close();
}
