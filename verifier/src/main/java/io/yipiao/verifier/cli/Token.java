package io.yipiao.verifier.cli;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.seal.SealPublicKey;
import io.yipiao.verifier.seal.Suite;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * A PKCS #11 token and the keys in it, by way of Java's own provider SunPKCS11, which knows P-256
 * and no SM2. The PIN is read from a file that its owner alone reads; it is in no message.
 */
final class Token {
    private static final byte[] NO_USER_ID = new byte[0];
    private static final Set<PosixFilePermission> OTHERS =
            EnumSet.of(
                    PosixFilePermission.GROUP_READ,
                    PosixFilePermission.GROUP_WRITE,
                    PosixFilePermission.OTHERS_READ,
                    PosixFilePermission.OTHERS_WRITE);

    private final Provider provider;
    private final KeyStore keys;

    private Token(Provider provider, KeyStore keys) {
        this.provider = provider;
        this.keys = keys;
    }

    static Token open(Path library, String token, Path pinFile) throws InputException {
        char[] pin = pin(pinFile);
        try {
            Provider provider = provider(library, TokenSlots.indexOf(library, token));
            KeyStore keys = KeyStore.getInstance("PKCS11", provider);
            keys.load(null, pin);
            return new Token(provider, keys);
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            throw new InputException(
                    "打不开设备 " + token + "，请检查口令文件 " + pinFile + "：" + reason(e),
                    "the token "
                            + token
                            + " cannot be opened; check its PIN in "
                            + pinFile
                            + ": "
                            + reason(e),
                    e);
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    /** Makes a key in the token, under a label that it does not have yet. */
    TokenKey generate(Suite suite, String label) throws InputException {
        if (suite != Suite.ES256) {
            throw new InputException(
                    "这条路只支持 ES256：SM2 密钥要用厂商自己的库，设备和 Java 的 PKCS #11 都没有这条曲线",
                    "only ES256 goes this way: SM2 needs its vendor's own module, since neither"
                            + " PKCS #11 tokens nor Java's provider have its curve");
        }
        try {
            if (keys.containsAlias(label)) {
                throw new InputException(
                        "设备里已经有密钥 " + label + "，不会覆盖",
                        "the token has a key " + label + " already, which is not written over");
            }
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", provider);
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            return key(pair.getPrivate(), pair.getPublic().getEncoded());
        } catch (GeneralSecurityException | RuntimeException e) {
            throw failed("生成不了密钥", "made no key", e);
        }
    }

    /** Keeps a key that it made, with the certificate by which the token finds it again. */
    void keep(String label, TokenKey key, byte[] certificate) throws InputException {
        try {
            Certificate own =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(certificate));
            keys.setKeyEntry(label, key.handle(), null, new Certificate[] {own});
        } catch (GeneralSecurityException | RuntimeException e) {
            throw failed("存不下密钥", "did not keep the key", e);
        }
    }

    /** The key under the label, which must be the one of a record. */
    TokenKey key(String label, SealPublicKey known) throws InputException {
        try {
            Certificate certificate = keys.getCertificate(label);
            if (certificate == null || !(keys.getKey(label, null) instanceof PrivateKey handle)) {
                throw new InputException("设备里没有密钥 " + label, "the token has no key " + label);
            }
            TokenKey key = key(handle, certificate.getPublicKey().getEncoded());
            if (!Arrays.equals(key.publicKey().spki(), known.spki())) {
                throw new InputException(
                        "设备里的密钥 " + label + " 不是 key.json 里的那一把",
                        "the token's key " + label + " is not the one of key.json");
            }
            return key;
        } catch (GeneralSecurityException | RuntimeException e) {
            throw failed("取不到密钥", "gave no key", e);
        }
    }

    private TokenKey key(PrivateKey handle, byte[] spki) throws InputException {
        try {
            return new TokenKey(provider, handle, SealPublicKey.of(Suite.ES256, NO_USER_ID, spki));
        } catch (FieldException e) {
            throw failed("的密钥不是 P-256", "has a key of another curve than P-256", e);
        }
    }

    private static Provider provider(Path library, int slot) {
        Provider installed = Security.getProvider("SunPKCS11");
        if (installed == null) {
            throw new IllegalStateException("this Java has no SunPKCS11");
        }
        return installed.configure(
                "--name=yipiao%d\nlibrary=%s\nslotListIndex=%d\n"
                        .formatted(slot, library.toAbsolutePath(), slot));
    }

    private static char[] pin(Path file) throws InputException {
        try {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")
                    && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
                throw new InputException(
                        "口令文件 " + file + " 别人也能读，请改成 0600",
                        "others can read the PIN in " + file + ": make its mode 0600");
            }
            byte[] bytes = Files.readAllBytes(file);
            CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
            Arrays.fill(bytes, (byte) 0);
            int length = text.length();
            while (length > 0 && Character.isWhitespace(text.get(length - 1))) {
                length--;
            }
            return Arrays.copyOf(text.array(), length);
        } catch (IOException e) {
            throw InputFile.unreadable(file, e);
        }
    }

    private static InputException failed(String chinese, String english, Exception fault) {
        return new InputException(
                "设备" + chinese + "：" + reason(fault),
                "the token " + english + ": " + reason(fault),
                fault);
    }

    /** The innermost reason, such as CKR_PIN_INCORRECT. */
    private static String reason(Throwable fault) {
        Throwable cause = fault;
        for (Throwable next = fault; next != null; next = next.getCause()) {
            cause = next;
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
