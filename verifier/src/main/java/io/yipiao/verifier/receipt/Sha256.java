package io.yipiao.verifier.receipt;

import com.google.protobuf.ByteString;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 (FIPS 180-4), with which Fabric binds its messages. */
public final class Sha256 {
    private Sha256() {}

    /** The digest of the parts, one after another. */
    public static ByteString of(ByteString... parts) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (ByteString part : parts) {
                part.asReadOnlyByteBufferList().forEach(sha::update);
            }
            return ByteString.copyFrom(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
