package io.yipiao.verifier.cli;

import io.yipiao.verifier.qr.PictureException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/** {@code decode}: the text of the QR code in a picture. */
@Command(
        name = "decode",
        mixinStandardHelpOptions = true,
        description = "读出图片里二维码的文本。 Read the text of the QR code in a picture.")
final class DecodeCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "PICTURE", description = "PNG, JPEG, GIF, BMP.")
    private Path picture = Path.of("");

    DecodeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InputException, PictureException {
        console.out().println(ScannedCode.picture(picture));
        return Exit.GOOD;
    }
}
