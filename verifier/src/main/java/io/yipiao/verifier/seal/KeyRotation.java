package io.yipiao.verifier.seal;

import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.canonical.Sm3;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * An issuer's new key, for which its old one vouches. Both sign
 *
 * <pre>
 * "yipiao/rotate/1" ‖ thumbprint of the old key 32 ‖ issuer u32 ‖ SM3(JCS(new key's record)) 32
 * </pre>
 *
 * the old one to vouch, the new one to show that its holder has it.
 *
 * @param issuer the issuer's number
 * @param old the key in use
 * @param renewed the new key's record, not revoked
 */
public record KeyRotation(int issuer, SealPublicKey old, IssuerKey renewed) {
    private static final byte[] LABEL = "yipiao/rotate/1".getBytes(StandardCharsets.US_ASCII);

    /** The seal of either key. */
    public Seal seal(SigningKey key) {
        return key.sign(message());
    }

    /** Checks that the old key vouches. */
    public void checkVoucher(Seal seal) throws SealException {
        old.check(message(), seal);
    }

    /** Checks that the new key is in somebody's hand. */
    public void checkPossession(Seal seal) throws SealException {
        renewed.key().check(message(), seal);
    }

    byte[] message() {
        return ByteBuffer.allocate(LABEL.length + 68)
                .put(LABEL)
                .put(old.thumbprint().bytes())
                .putInt(issuer)
                .put(Sm3.of(Jcs.bytes(renewed.json())).bytes())
                .array();
    }
}
