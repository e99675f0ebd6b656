package io.yipiao.gateway.claim;

import io.yipiao.gateway.ledger.Proved;
import io.yipiao.verifier.fingerprint.BillIndex;
import io.yipiao.verifier.verdict.RefusalCode;

/** What became of a payer's wish to attest. */
public sealed interface Attested {

    /**
     * It stands on the ledger, since now or since it was first sent.
     *
     * @param index the bill's place there
     * @param proved what two organisations sign of it
     */
    record Done(BillIndex index, Proved proved) implements Attested {}

    /** No bill of this fingerprint is registered. */
    record Unknown() implements Attested {}

    /** Another content stands at the bill's place, and the ledger now knows of both. */
    record Conflict() implements Attested {}

    /** The ledger's rules refused it, and nothing was written. */
    record No(RefusalCode code) implements Attested {}
}
