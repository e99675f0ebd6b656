package io.yipiao.verifier.cli;

import io.yipiao.verifier.fees.ProofException;
import io.yipiao.verifier.fingerprint.Fingerprint;
import io.yipiao.verifier.qr.Face;
import io.yipiao.verifier.qr.FaceReader;
import io.yipiao.verifier.qr.PictureException;
import io.yipiao.verifier.receipt.ProvedFact;
import io.yipiao.verifier.receipt.ProvedValue;
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
        if (!anchor.isGiven() || !(FaceReader.read(text) instanceof Face.Own own)) {
            return new VerdictPage(console).print(verdict);
        }
        return withReceipt(verdict, own.text().payload().fingerprint());
    }

    /** A receipt that is not of this bill is a fault of what was shown together, and is said. */
    private int withReceipt(Verdict verdict, Fingerprint fingerprint)
            throws InputException, PictureException {
        try {
            ProvedValue proved = anchor.receipt();
            int exit =
                    new VerdictPage(console).print(anchored(verdict, fingerprint, proved.fact()));
            console.say("凭证说的正是这张票据：", "The receipt is of this bill:");
            new ReceiptPage(console).print(proved);
            return exit;
        } catch (ReceiptException | ProofException e) {
            int exit = new VerdictPage(console).print(verdict);
            console.note(
                    "凭证不能证明它上过链：" + e.getMessage(),
                    "the receipt does not prove that it was anchored: " + e.getMessage());
            return Math.max(exit, Exit.BAD);
        }
    }

    /** Only a revoked key's verdict is another once the bill was anchored. */
    private Verdict anchored(Verdict verdict, Fingerprint fingerprint, ProvedFact fact)
            throws InputException, ProofException {
        if (verdict instanceof Verdict.Revoked revoked) {
            return OnlineCheck.anchored(revoked, fingerprint, fact, anchor.proof());
        }
        OnlineCheck.checkAnchored(fingerprint, fact, anchor.proof());
        return verdict;
    }
}
