package io.yipiao.verifier.cli;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.qr.QrSymbol;
import io.yipiao.verifier.qr.QrText;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code qr}: pictures of QR codes, a file a bill, named by its code and number. */
@Command(
        name = "qr",
        mixinStandardHelpOptions = true,
        description = "把二维码文本画成图片，一张票据一个文件。 Draw QR codes, a file a bill.")
final class QrCommand implements Callable<Integer> {

    /** What a picture may be. */
    enum Format {
        PNG,
        SVG
    }

    private final Console console;

    @Parameters(paramLabel = "TEXTS", description = "seal 写出的文本文件，一行一张。 The texts that seal wrote.")
    private Path texts = Path.of("");

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FOLDER",
            description = "图片放哪里。 The pictures' folder.")
    private Path out = Path.of("");

    @Option(
            names = "--format",
            split = ",",
            description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE}.")
    private List<Format> formats = List.of(Format.PNG);

    @Option(
            names = "--module",
            description = "PNG 每个模块的像素数，2 到 64。 Pixels a module's side, 2 to 64.")
    private int module = 8;

    QrCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InputException {
        if (module < 2 || module > 64) {
            throw new InputException("--module 应为 2 到 64", "--module is 2 to 64");
        }
        List<String> lines = InputFile.text(texts).lines().toList();
        OutputFile.makeFolder(out);
        for (int i = 0; i < lines.size(); i++) {
            draw(read(lines.get(i), i + 1));
        }
        console.say(
                "已画 " + lines.size() + " 张，在 " + out, "Drew " + lines.size() + " codes in " + out);
        return Exit.GOOD;
    }

    private QrText read(String line, int number) throws InputException {
        try {
            QrText text = QrText.parse(line);
            if (text.origin().isPresent()) {
                return text;
            }
            throw new FieldException("text", "HTTPS://HOST/Q/…", "a path alone");
        } catch (FieldException e) {
            throw new InputException(
                    texts + " 第 " + number + " 行不是二维码文本：" + e.getMessage(),
                    texts + ", line " + number + " is no QR text: " + e.getMessage(),
                    e);
        }
    }

    private void draw(QrText text) throws InputException {
        QrSymbol symbol = QrSymbol.of(text);
        String name = text.payload().opening().core().id().toString();
        for (Format format : formats) {
            switch (format) {
                case PNG -> OutputFile.write(out.resolve(name + ".png"), symbol.png(module));
                case SVG -> OutputFile.write(out.resolve(name + ".svg"), symbol.svg());
            }
        }
    }
}
