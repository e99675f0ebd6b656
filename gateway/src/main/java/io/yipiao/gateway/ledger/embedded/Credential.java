package io.yipiao.gateway.ledger.embedded;

import com.google.protobuf.ByteString;

import org.hyperledger.fabric.client.identity.Identities;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * A certificate and its private key. In a folder they are {@code key.pem} (PKCS #8, readable by its
 * owner only) and {@code certificate.pem}, which is written last: where it is, both are.
 */
record Credential(X509Certificate certificate, PrivateKey key) {

    static Optional<Credential> read(Path folder) throws IOException {
        Path certificate = folder.resolve("certificate.pem");
        if (!Files.exists(certificate)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Credential(
                            Identities.readX509Certificate(Files.readString(certificate)),
                            Identities.readPrivateKey(
                                    Files.readString(folder.resolve("key.pem")))));
        } catch (GeneralSecurityException e) {
            throw new IOException("no certificate with its key in " + folder, e);
        }
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("key.pem");
        Files.deleteIfExists(file);
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, Identities.toPemString(key));
        Path certificateNew = folder.resolve("certificate.pem.new");
        Files.writeString(certificateNew, pem());
        Files.move(
                certificateNew, folder.resolve("certificate.pem"), StandardCopyOption.ATOMIC_MOVE);
    }

    /** As Fabric's messages name who signs. */
    ByteString serialized(String msp) {
        return SerializedIdentity.newBuilder()
                .setMspid(msp)
                .setIdBytes(ByteString.copyFromUtf8(pem()))
                .build()
                .toByteString();
    }

    String pem() {
        return Identities.toPemString(certificate);
    }
}
