package io.yipiao.gateway.intake;

import io.yipiao.gateway.ledger.OutboxEntry;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.Relation;
import io.yipiao.verifier.fingerprint.BillIndex;
import io.yipiao.verifier.fingerprint.Fingerprint;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.seal.SealedBill;

import java.util.Optional;
import java.util.UUID;

/**
 * A line's bill, checked and sealed, with what is computed from it once.
 *
 * @param id the gateway's name of it: random, so that it tells nothing
 * @param line where it stood in the upload
 * @param index its place on the ledger, once that answered
 */
record ReadyBill(
        UUID id,
        long line,
        SealedBill sealed,
        Opening opening,
        Fingerprint fingerprint,
        Optional<BillIndex> index) {

    static ReadyBill of(long line, SealedBill sealed) {
        Opening opening = sealed.bill().opening();
        return new ReadyBill(
                UUID.randomUUID(), line, sealed, opening, opening.fingerprint(), Optional.empty());
    }

    ReadyBill at(BillIndex place) {
        return new ReadyBill(id, line, sealed, opening, fingerprint, Optional.of(place));
    }

    int issuer() {
        return opening.core().issuer();
    }

    BillId identity() {
        return opening.core().id();
    }

    /** What it asks of the ledger besides its anchor, if it is a red bill or a paper. */
    Optional<OutboxEntry.Kind> asks() {
        return opening.core().relation().map(Relation::kind).flatMap(OutboxEntry.Kind::of);
    }
}
