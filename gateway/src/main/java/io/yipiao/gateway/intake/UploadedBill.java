package io.yipiao.gateway.intake;

import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.seal.Seal;

import java.util.UUID;

/**
 * What a bill's QR code is made of, and nothing personal.
 *
 * @param id the gateway's name of it
 */
public record UploadedBill(UUID id, int keySeq, Opening opening, Seal seal) {
    public BillId identity() {
        return opening.core().id();
    }
}
