package io.yipiao.verifier.cli;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.seal.Seal;
import io.yipiao.verifier.seal.SealException;
import io.yipiao.verifier.seal.SealPublicKey;
import io.yipiao.verifier.seal.TrustList;

import picocli.CommandLine.Option;

import java.nio.file.Path;

/** Which trust list a command goes by. The list's seal lies beside it, with {@code .seal} added. */
final class TrustOptions {
    @Option(
            names = "--list",
            required = true,
            paramLabel = "FILE",
            description = "信任清单，签名在同名的 .seal 文件里。 The trust list; its seal is FILE.seal.")
    private Path list = Path.of("");

    @Option(
            names = "--pin",
            required = true,
            paramLabel = "KEY.json",
            description = "签清单的公钥，从医保局另行取得。 The list key's record, had from Insurance itself.")
    private Path pin = Path.of("");

    static Path sealOf(Path list) {
        return list.resolveSibling(list.getFileName() + ".seal");
    }

    TrustList read() throws InputException {
        SealPublicKey pinned = KeyFolder.record(pin).key();
        try {
            Seal seal = Seal.ofHex("seal", InputFile.text(sealOf(list)));
            return TrustList.parse(InputFile.read(list), seal, pinned);
        } catch (SealException e) {
            throw new InputException(
                    "信任清单 " + list + " 不是 " + pin + " 这把密钥签的，不能用",
                    "the trust list " + list + " was not sealed by the key " + pin + ": not used",
                    e);
        } catch (FieldException e) {
            throw new InputException(
                    "信任清单 " + list + " 不合规格：" + e.getMessage(),
                    "the trust list " + list + " is not of its form: " + e.getMessage(),
                    e);
        }
    }
}
