package io.yipiao.verifier.cli;

import io.yipiao.verifier.qr.PictureException;
import io.yipiao.verifier.qr.QrSymbol;
import io.yipiao.verifier.receipt.CompactReceipt;
import io.yipiao.verifier.receipt.OrganisationRoots;
import io.yipiao.verifier.receipt.Receipt;
import io.yipiao.verifier.receipt.ReceiptException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code receipt}: what an endorsed read of the ledger proves, checked without the ledger. */
@Command(
        name = "receipt",
        mixinStandardHelpOptions = true,
        description = "离线核对账本凭证，说出它证明了什么。 Check a receipt offline and say what it proves.")
final class ReceiptCommand implements Callable<Integer> {
    private static final int MODULE = 4;

    private final Console console;

    @Parameters(
            paramLabel = "RECEIPT",
            description = "凭证文件，或它的二维码图片。 The receipt, or a picture of its QR code.")
    private Path file = Path.of("");

    @Mixin private final RootsOptions roots = new RootsOptions();

    @Option(names = "--channel", description = "${DEFAULT-VALUE}")
    private String channel = "bills";

    @Option(
            names = "--qr",
            paramLabel = "PNG",
            description = "再把凭证画成一个二维码。 Draw the receipt as one QR code, too.")
    private Optional<Path> picture = Optional.empty();

    ReceiptCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InputException, PictureException {
        OrganisationRoots trusted = roots.read();
        Receipt receipt = ReceiptFile.read(file);
        try {
            new ReceiptPage(console).print(receipt.check(trusted, channel));
        } catch (ReceiptException e) {
            console.say(
                    "✕ 凭证不能证明什么：" + e.getMessage(),
                    "✕ The receipt proves nothing: " + e.getMessage());
            return Exit.BAD;
        }
        if (picture.isPresent()) {
            draw(receipt, picture.get());
        }
        return Exit.GOOD;
    }

    private void draw(Receipt receipt, Path out) throws InputException {
        String text =
                CompactReceipt.write(receipt)
                        .orElseThrow(() ->
                                new InputException(
                                        "一个二维码放不下这份凭证（证书太长），请用凭证文件",
                                        "one QR code does not hold it, since its"
                                                + " certificates are long: hand on the"
                                                + " receipt's file"));
        QrSymbol symbol = QrSymbol.of(text);
        OutputFile.write(out, symbol.png(MODULE));
        console.say(
                "二维码（版本 " + symbol.version() + "）写到 " + out + "，宽度至少印 8 厘米",
                "Its QR code, version "
                        + symbol.version()
                        + ", is in "
                        + out
                        + "; print it 8 cm wide or more");
    }
}
