package io.yipiao.verifier.cli;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.seal.IssuerKey;
import io.yipiao.verifier.seal.SealPrivateKey;
import io.yipiao.verifier.seal.SigningKey;
import io.yipiao.verifier.seal.Suite;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code key}: a key pair with its certificate, the secret for salts, and who asks for it. */
@Command(
        name = "key",
        mixinStandardHelpOptions = true,
        description = {
            "生成密钥、证书和盐密钥，以及登记或更换密钥的申请。",
            "Make a key pair, its certificate and a salt key, and a request to enrol it or to put"
                    + " it in another's place."
        })
final class KeyCommand implements Callable<Integer> {
    private final Console console;
    private final Clock clock;
    private final SecureRandom random;

    @Parameters(paramLabel = "FOLDER", description = "新密钥的文件夹。 The new key's folder.")
    private Path folder = Path.of("");

    @Option(names = "--suite", description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE}.")
    private Suite suite = Suite.SM2;

    @Option(names = "--seq", description = "第几把密钥，1 到 255。 The key's number, 1 to 255.")
    private int seq = 1;

    @Option(
            names = "--name",
            required = true,
            description = "证书上的单位名称。 The holder's name on the certificate.")
    private String name = "";

    @Option(
            names = "--user-id",
            description = "SM2 用户标识，缺省 1234567812345678。 SM2 user id, in ASCII.")
    private Optional<String> userId = Optional.empty();

    @Option(names = "--days", description = "证书有效天数。 Days the certificate is valid.")
    private int days = 1825;

    @Mixin private final RequestOptions request = new RequestOptions();

    @Mixin private final TokenOptions place = new TokenOptions();

    KeyCommand(Console console, Clock clock, SecureRandom random) {
        this.console = console;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public Integer call() throws InputException {
        if (seq < 1 || seq > 255 || days < 1) {
            throw new InputException(
                    "--seq 应为 1 到 255，--days 至少 1", "--seq is 1 to 255, --days 1 or more");
        }
        KeyFolder keys = new KeyFolder(folder);
        Optional<Token> token = place.open();
        Optional<Replaced> replaced = request.replaced(seq, token);
        keys.make();
        SigningKey key = token.isPresent() ? inToken(token.get(), keys) : inFile(keys);
        IssuerKey record = IssuerKey.of(seq, key.publicKey());
        keys.write(
                record, replaced.isPresent() ? replaced.get().folder().saltKeyBytes() : saltKey());
        console.say(
                "已在 " + folder + " 生成 " + suite + " 密钥，指纹 " + key.publicKey().thumbprint(),
                "Made a key of suite "
                        + suite
                        + " in "
                        + folder
                        + ", thumbprint "
                        + key.publicKey().thumbprint());
        console.say(
                "私钥和 salt.key 是秘密，请备份并只留给本单位。",
                "The private key and salt.key are secret: back them up, keep them yours.");
        request.write(keys, record, key, replaced, console);
        return Exit.GOOD;
    }

    private SigningKey inFile(KeyFolder keys) throws InputException {
        byte[] id =
                userId.map(text -> text.getBytes(StandardCharsets.UTF_8))
                        .orElseGet(IssuerKey::standardUserId);
        SealPrivateKey key = SealPrivateKey.generate(suite, id, random);
        keys.writePrivateKey(key);
        keys.writeCertificate(certificate(withStandardUserId(key)));
        return key;
    }

    private SigningKey inToken(Token token, KeyFolder keys) throws InputException {
        TokenKey key = token.generate(suite, place.label());
        byte[] certificate = certificate(key);
        token.keep(place.label(), key, certificate);
        keys.writeCertificate(certificate);
        return key;
    }

    /** Certificates are signed with the user id that GM/T 0009 gives, whatever the seals' is. */
    private static SealPrivateKey withStandardUserId(SealPrivateKey key) {
        try {
            return SealPrivateKey.of(
                    key.publicKey().suite(), IssuerKey.standardUserId(), key.pkcs8());
        } catch (FieldException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] certificate(SigningKey key) {
        Instant now = clock.instant();
        return SelfSignedCertificate.make(key, name, now, now.plus(Duration.ofDays(days)), random);
    }

    private byte[] saltKey() {
        byte[] fresh = new byte[KeyFolder.SALT_KEY_LENGTH];
        random.nextBytes(fresh);
        return fresh;
    }
}
