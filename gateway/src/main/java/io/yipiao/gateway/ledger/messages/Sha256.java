package io.yipiao.gateway.ledger.messages;

import com.google.protobuf.ByteString;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 (FIPS 180-4), by which Fabric names transactions and chains blocks. */
public final class Sha256 {
    private Sha256() {}

    /** The digest of the parts, one after another. */
    public static ByteString of(ByteString... parts) {
        MessageDigest sha = digest();
        for (ByteString part : parts) {
            part.asReadOnlyByteBufferList().forEach(sha::update);
        }
        return ByteString.copyFrom(sha.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
