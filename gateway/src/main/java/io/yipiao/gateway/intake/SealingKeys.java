package io.yipiao.gateway.intake;

import io.yipiao.verifier.fingerprint.SaltKey;
import io.yipiao.verifier.seal.SealPrivateKey;
import io.yipiao.verifier.seal.SealPublicKey;

import java.util.Optional;

/** Where intake gets keys from: those in the gateway's custody, and those the ledger enrolled. */
public interface SealingKeys {
    /**
     * What seals an issuer's plain uploads.
     *
     * @param keySeq the key's number with its issuer
     */
    record InCustody(int keySeq, SealPrivateKey key, SaltKey saltKey) {}

    /** The issuer's key in the gateway's custody, if it gave one. */
    Optional<InCustody> inCustody(int issuer);

    /** The key that checks a sealed upload, if the ledger enrolled it and did not revoke it. */
    Optional<SealPublicKey> enrolled(int issuer, int keySeq);
}
