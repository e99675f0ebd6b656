package io.yipiao.verifier.cli;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.seal.IssuerKey;
import io.yipiao.verifier.seal.SealPrivateKey;
import io.yipiao.verifier.seal.Suite;

import picocli.CommandLine.Command;
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

/** {@code key}: a key pair with its certificate, and the secret for salts. */
@Command(
        name = "key",
        mixinStandardHelpOptions = true,
        description = "生成密钥、证书和盐密钥。 Make a key pair, its certificate and a salt key.")
final class KeyCommand implements Callable<Integer> {
    private static final int SALT_KEY_LENGTH = 32;

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
        byte[] id =
                userId.map(text -> text.getBytes(StandardCharsets.UTF_8))
                        .orElseGet(IssuerKey::standardUserId);
        SealPrivateKey key = SealPrivateKey.generate(suite, id, random);
        byte[] saltKey = new byte[SALT_KEY_LENGTH];
        random.nextBytes(saltKey);
        KeyFolder keys = new KeyFolder(folder);
        keys.write(IssuerKey.of(seq, key.publicKey()), key, certificate(key), saltKey);
        console.say(
                "已在 " + folder + " 生成 " + suite + " 密钥，指纹 " + key.publicKey().thumbprint(),
                "Made a key of suite "
                        + suite
                        + " in "
                        + folder
                        + ", thumbprint "
                        + key.publicKey().thumbprint());
        console.say(
                "seal.key 和 salt.key 是秘密，请备份并只留给本单位；key.json 交去登记。",
                "seal.key and salt.key are secret: back them up, keep them yours; key.json goes to"
                        + " enrolment.");
        return Exit.GOOD;
    }

    private byte[] certificate(SealPrivateKey key) throws InputException {
        Instant now = clock.instant();
        try {
            return SelfSignedCertificate.make(
                    key, name, now, now.plus(Duration.ofDays(days)), random);
        } catch (FieldException e) {
            throw new IllegalStateException(e);
        }
    }
}
