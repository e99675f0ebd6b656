package io.yipiao.gateway.intake;

import io.yipiao.verifier.fingerprint.Fingerprint;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.seal.SealedBill;

import java.util.UUID;

/**
 * A line's bill, checked and sealed, with what is computed from it once.
 *
 * @param id the gateway's name of it: random, so that it tells nothing
 * @param line where it stood in the upload
 */
record ReadyBill(UUID id, long line, SealedBill sealed, Opening opening, Fingerprint fingerprint) {

    static ReadyBill of(long line, SealedBill sealed) {
        Opening opening = sealed.bill().opening();
        return new ReadyBill(UUID.randomUUID(), line, sealed, opening, opening.fingerprint());
    }

    boolean isRed() {
        return opening.core().relation().stream()
                .anyMatch(r -> r.kind() == io.yipiao.verifier.bill.Relation.Kind.REVERSES);
    }
}
