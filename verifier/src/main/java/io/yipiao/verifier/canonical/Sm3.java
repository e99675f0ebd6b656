package io.yipiao.verifier.canonical;

import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

import java.nio.charset.StandardCharsets;

/** SM3 (GM/T 0004, GB/T 32905) and HMAC-SM3 (RFC 2104) over the parts of a format. */
public final class Sm3 {
    private final SM3Digest state = new SM3Digest();

    /** A computation that begins with nothing. */
    public Sm3() {}

    /** A computation that begins with a format's ASCII label. */
    public Sm3(String label) {
        add(label.getBytes(StandardCharsets.US_ASCII));
    }

    public Sm3 add(byte[] part) {
        state.update(part, 0, part.length);
        return this;
    }

    public Sm3 add(byte[] part, int offset, int length) {
        state.update(part, offset, length);
        return this;
    }

    public Sm3 add(byte part) {
        state.update(part);
        return this;
    }

    public Sm3 add(Digest part) {
        return add(part.shared());
    }

    /** The digest of all that was added; the computation begins anew. */
    public Digest digest() {
        byte[] out = new byte[Digest.LENGTH];
        state.doFinal(out, 0);
        return Digest.of(out);
    }

    public static Digest of(byte[] bytes) {
        return new Sm3().add(bytes).digest();
    }

    /** HMAC-SM3 over the parts, one after another. */
    public static Digest hmac(byte[] key, byte[]... parts) {
        HMac mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(key));
        for (byte[] part : parts) {
            mac.update(part, 0, part.length);
        }
        byte[] out = new byte[Digest.LENGTH];
        mac.doFinal(out, 0);
        return Digest.of(out);
    }
}
