package io.yipiao.gateway.claim;

import io.yipiao.verifier.bill.Fen;

/** What became of a wish to close a recovery. */
public sealed interface Settled {

    /** It is recorded; the ledger may still have to follow. */
    record Done(Recovery recovery) implements Settled {}

    /** There is no such claim, or nothing was ever wanted back of it. */
    record Unknown() implements Settled {}

    /** He would close what he owes himself, or what was paid on his own bill. */
    record OwnClaim() implements Settled {}

    /** Only a supervisor gives up what is wanted back. */
    record ForSupervisor() implements Settled {}

    /** He would give up what he himself had decided to pay. */
    record OwnDecision() implements Settled {}

    /** Nothing is wanted back at this moment. */
    record NotOwed(Recovery recovery) implements Settled {}

    /** A write-off waits for its confirmation already. */
    record AlreadyAsked(Recovery recovery) implements Settled {}

    /**
     * More than is wanted back.
     *
     * @param free what can still be closed
     */
    record TooMuch(Fen free) implements Settled {}
}
