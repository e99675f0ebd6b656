package io.yipiao.verifier.seal;

/**
 * A private key that makes seals, wherever it lies: in memory, or in a device that signs and never
 * gives it away.
 */
public interface SigningKey {
    /** A seal over a message, which the public key checks; ES256's with a low s. */
    Seal sign(byte[] message);

    SealPublicKey publicKey();
}
