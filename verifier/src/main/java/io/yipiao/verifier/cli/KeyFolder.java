package io.yipiao.verifier.cli;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Hex;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.fingerprint.SaltKey;
import io.yipiao.verifier.reader.JsonReader;
import io.yipiao.verifier.seal.IssuerKey;
import io.yipiao.verifier.seal.KeyEnrolment;
import io.yipiao.verifier.seal.RotationRequest;
import io.yipiao.verifier.seal.SealPrivateKey;
import io.yipiao.verifier.seal.SealPublicKey;
import io.yipiao.verifier.seal.SigningKey;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A key's folder, mode 0700:
 *
 * <pre>
 * key.json   the public record {seq, spki, suite, userId?}: what is enrolled, listed, pinned
 * seal.crt   a self-signed certificate, PEM
 * seal.key   the private key, PKCS #8 in PEM, mode 0600; none if a token holds the key
 * salt.key   the secret that bills' salts are made from, 64 hexadecimal digits, mode 0600
 * enrolment.json, rotation.json   the request for the key, if one was asked for
 * </pre>
 */
final class KeyFolder {
    static final String RECORD = "key.json";
    static final String CERTIFICATE = "seal.crt";
    static final String PRIVATE_KEY = "seal.key";
    static final String SALT_KEY = "salt.key";

    static final String ENROLMENT = "enrolment.json";
    static final String ROTATION = "rotation.json";

    static final int SALT_KEY_LENGTH = 32;

    private final Path folder;

    KeyFolder(Path folder) {
        this.folder = folder;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** Makes the folder, in which no key may lie yet. */
    void make() throws InputException {
        OutputFile.makeSecretFolder(folder);
        for (String name : List.of(RECORD, CERTIFICATE, PRIVATE_KEY, SALT_KEY)) {
            OutputFile.checkNew(file(name));
        }
    }

    void writePrivateKey(SealPrivateKey key) throws InputException {
        OutputFile.writeSecret(file(PRIVATE_KEY), Pem.write("PRIVATE KEY", key.pkcs8()));
    }

    void writeCertificate(byte[] certificate) throws InputException {
        OutputFile.write(file(CERTIFICATE), Pem.write("CERTIFICATE", certificate));
    }

    void write(IssuerKey record, byte[] saltKey) throws InputException {
        OutputFile.writeSecret(file(SALT_KEY), line(Hex.write(saltKey)));
        OutputFile.write(file(RECORD), line(Jcs.text(record.json())));
    }

    void write(KeyEnrolment request) throws InputException {
        OutputFile.write(file(ENROLMENT), request.bytes());
    }

    void write(RotationRequest request) throws InputException {
        OutputFile.write(file(ROTATION), request.bytes());
    }

    IssuerKey record() throws InputException {
        return record(file(RECORD));
    }

    /** Reads a public record from a file of its own. */
    static IssuerKey record(Path file) throws InputException {
        try {
            return IssuerKey.read(JsonReader.readObject(InputFile.read(file)));
        } catch (FieldException e) {
            throw bad(file, "公钥记录", "a key's record", e);
        }
    }

    /** The private key, which must be the record's. */
    SealPrivateKey privateKey() throws InputException {
        Path file = file(PRIVATE_KEY);
        SealPublicKey known = record().key();
        try {
            byte[] pkcs8 = Pem.read("PRIVATE KEY", InputFile.text(file));
            SealPrivateKey key = SealPrivateKey.of(known.suite(), known.userId(), pkcs8);
            if (!Arrays.equals(key.publicKey().spki(), known.spki())) {
                throw new FieldException("seal.key", "the private key of key.json", "another");
            }
            return key;
        } catch (FieldException e) {
            throw bad(file, "私钥", "a private key", e);
        }
    }

    /** The private key in this folder, or in a token. */
    SigningKey signingKey(Optional<Token> token, String label) throws InputException {
        return token.isPresent() ? token.get().key(label, record().key()) : privateKey();
    }

    SaltKey saltKey() throws InputException {
        return SaltKey.of(saltKeyBytes());
    }

    byte[] saltKeyBytes() throws InputException {
        Path file = file(SALT_KEY);
        try {
            return Hex.read("salt.key", InputFile.text(file), SALT_KEY_LENGTH);
        } catch (FieldException e) {
            // What was found is a secret, and stays out of the message.
            throw new InputException(
                    file + " 不是 64 位十六进制数", file + " is not 64 hexadecimal digits");
        }
    }

    private static InputException bad(
            Path file, String chinese, String english, FieldException fault) {
        return new InputException(
                file + " 不是可用的" + chinese + "：" + fault.getMessage(),
                file + " is not " + english + ": " + fault.getMessage(),
                fault);
    }

    private static byte[] line(String text) {
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
