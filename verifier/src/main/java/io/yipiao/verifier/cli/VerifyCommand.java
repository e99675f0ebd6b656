package io.yipiao.verifier.cli;

import io.yipiao.verifier.fees.ProofException;
import io.yipiao.verifier.qr.Face;
import io.yipiao.verifier.qr.FaceReader;
import io.yipiao.verifier.qr.PictureException;
import io.yipiao.verifier.receipt.ReceiptException;
import io.yipiao.verifier.seal.TrustList;
import io.yipiao.verifier.verdict.OfflineCheck;
import io.yipiao.verifier.verdict.OnlineCheck;
import io.yipiao.verifier.verdict.Verdict;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.time.Clock;
import java.util.concurrent.Callable;

/** {@code verify}: a QR text or picture against a trust list, and perhaps an anchor receipt. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "用信任清单查验二维码，不联网。查不了有没有报销过。",
            "Check a QR code against a trust list, offline. Whether it was claimed is not asked."
        })
final class VerifyCommand implements Callable<Integer> {
    private final Console console;
    private final Clock clock;

    @Parameters(
            paramLabel = "CODE",
            description = "二维码文本、图片文件，或 - 表示标准输入。 QR text, picture file, or - for standard input.")
    private String code = "";

    @Mixin private final TrustOptions trust = new TrustOptions();

    @Mixin private final AnchorOptions anchor = new AnchorOptions();

    VerifyCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() throws InputException, PictureException {
        TrustList list = trust.read();
        String text = ScannedCode.read(code, console);
        Verdict verdict = OfflineCheck.check(text, list, clock.instant());
        if (verdict instanceof Verdict.Revoked revoked && anchor.isGiven()) {
            verdict = anchored(revoked, text);
        }
        return new VerdictPage(console).print(verdict);
    }

    private Verdict anchored(Verdict.Revoked revoked, String text)
            throws InputException, PictureException {
        if (!(FaceReader.read(text) instanceof Face.Own own)) {
            throw new IllegalStateException("only a code of ours can be REVOKED");
        }
        try {
            return OnlineCheck.anchored(
                    revoked,
                    own.text().payload().fingerprint(),
                    anchor.receipt().fact(),
                    anchor.proof());
        } catch (ReceiptException | ProofException e) {
            console.note(
                    "凭证不能证明它上过链：" + e.getMessage(),
                    "the receipt does not prove that it was anchored: " + e.getMessage());
            return revoked;
        }
    }
}
