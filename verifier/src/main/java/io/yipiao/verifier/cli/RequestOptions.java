package io.yipiao.verifier.cli;

import io.yipiao.verifier.bill.Issuer;
import io.yipiao.verifier.seal.IssuerKey;
import io.yipiao.verifier.seal.KeyEnrolment;
import io.yipiao.verifier.seal.RotationRequest;
import io.yipiao.verifier.seal.SigningKey;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Optional;

/** For whom a new key is asked: an institution that has none, or one whose old key vouches. */
final class RequestOptions {
    @Option(
            names = "--issuer-code",
            paramLabel = "CODE",
            description = "单位代码，写出登记申请。 The institution's code, for a request to enrol the key.")
    private Optional<String> code = Optional.empty();

    @Option(
            names = "--replaces",
            paramLabel = "FOLDER",
            description = "旧密钥的文件夹，写出更换申请。 The old key's folder, for a request to rotate.")
    private Optional<Path> old = Optional.empty();

    @Option(
            names = "--issuer",
            paramLabel = "NUMBER",
            description = "更换时：单位在账本上的编号。 With --replaces: the issuer's number on the ledger.")
    private Optional<Integer> issuer = Optional.empty();

    @Option(
            names = "--old-key",
            paramLabel = "LABEL",
            description = "旧密钥也在设备里时：它的标签。 The old key's label, if it is in the token, too.")
    private Optional<String> oldLabel = Optional.empty();

    /** The key that is replaced; nothing if none is. All options are checked before any is made. */
    Optional<Replaced> replaced(int seq, Optional<Token> token) throws InputException {
        if (code.isPresent() && !Issuer.isCode(code.get())) {
            throw new InputException(
                    "--issuer-code 应为 H 或 P 加 11 位数字", "--issuer-code is H or P and 11 digits");
        }
        if (old.isPresent() != issuer.isPresent() || (old.isPresent() && code.isPresent())) {
            throw new InputException(
                    "更换密钥要同时给 --replaces 和 --issuer，登记新单位只给 --issuer-code",
                    "to rotate give --replaces and --issuer, to enrol --issuer-code alone");
        }
        if (old.isEmpty()) {
            return Optional.empty();
        }
        Replaced replaced = Replaced.read(new KeyFolder(old.get()), oldLabel, token);
        if (issuer.get() < 1 || replaced.seq() == seq) {
            throw new InputException(
                    "--issuer 至少 1，--seq 要和旧密钥的 " + replaced.seq() + " 不同",
                    "--issuer is 1 or more, and --seq another than the old key's "
                            + replaced.seq());
        }
        return Optional.of(replaced);
    }

    /** Writes the request that was asked for, if one was. */
    void write(
            KeyFolder keys,
            IssuerKey record,
            SigningKey key,
            Optional<Replaced> replaced,
            Console console)
            throws InputException {
        if (code.isPresent()) {
            keys.write(KeyEnrolment.make(code.get(), record, key));
            console.say(
                    "登记申请在 " + keys.file(KeyFolder.ENROLMENT) + "，请交医保局登记",
                    "The request to enrol it is in " + keys.file(KeyFolder.ENROLMENT));
        }
        if (replaced.isPresent()) {
            Replaced from = replaced.get();
            keys.write(
                    RotationRequest.make(
                            issuer.orElseThrow(), from.seq(), from.key(), record, key));
            console.say(
                    "更换申请在 " + keys.file(KeyFolder.ROTATION) + "；旧密钥在停用以前仍然有效",
                    "The request to rotate is in "
                            + keys.file(KeyFolder.ROTATION)
                            + "; the old key stays good until it is retired");
        }
    }
}
