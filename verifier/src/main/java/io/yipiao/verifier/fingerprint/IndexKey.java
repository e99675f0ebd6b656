package io.yipiao.verifier.fingerprint;

import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.canonical.Hex;
import io.yipiao.verifier.canonical.Sm3;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The secret of one year, shared by the organisations' chaincode, that hides identities. */
public final class IndexKey {
    public static final int LENGTH = 32;

    private final byte[] key;

    private IndexKey(byte[] key) {
        this.key = key;
    }

    /** Wraps exactly 32 bytes, copying them. */
    public static IndexKey of(byte[] key) {
        if (key.length != LENGTH) {
            throw new IllegalArgumentException("an index key has 32 bytes, not " + key.length);
        }
        return new IndexKey(key.clone());
    }

    /** The index of a bill whose year is this key's. */
    public BillIndex index(BillId id) {
        byte[] identity = IdentityBytes.of(id);
        identity[0] = namespace(id.kind());
        return new BillIndex(Sm3.hmac(key, identity));
    }

    /**
     * What tells a wrong key from the right one and tells nothing else: 16 hexadecimal digits, the
     * first 8 bytes of HMAC-SM3(key, "yipiao/index-key-check/1").
     */
    public String check() {
        byte[] label = "yipiao/index-key-check/1".getBytes(StandardCharsets.US_ASCII);
        return Hex.write(Arrays.copyOf(Sm3.hmac(key, label).bytes(), 8));
    }

    private static byte namespace(BillId.Kind kind) {
        return switch (kind) {
            case FISCAL, PAPER -> 1;
            case VAT -> 2;
            case ALL_DIGITAL -> 3;
        };
    }

    @Override
    public String toString() {
        return "IndexKey " + check();
    }
}
