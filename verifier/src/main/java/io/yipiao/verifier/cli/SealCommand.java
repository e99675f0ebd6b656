package io.yipiao.verifier.cli;

import io.yipiao.verifier.qr.QrOrigin;
import io.yipiao.verifier.seal.SigningKey;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** {@code seal}: a file of bills becomes a sealed upload and the texts of its QR codes. */
@Command(
        name = "seal",
        mixinStandardHelpOptions = true,
        description = {
            "把一个票据文件（一行一张，JSON）签成一批，并写出每张的二维码文本；有一行不对就什么都不写。",
            "Seal a file of bills (JSON, one a line) into one upload, and write the texts of their"
                    + " QR codes. If one line is faulty, nothing is written."
        })
final class SealCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "BILLS", description = "票据文件。 The file of bills.")
    private Path bills = Path.of("");

    @Option(
            names = "--keys",
            required = true,
            paramLabel = "FOLDER",
            description = "密钥文件夹。 The key's folder.")
    private Path keys = Path.of("");

    @Option(
            names = "--host",
            required = true,
            description =
                    "二维码打开的网址的主机名，最多 38 个字符；演示可用 http://127.0.0.1:PORT。 Whose page the codes open.")
    private String host = "";

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "签好的一批写到哪里（0600）。 The sealed upload.")
    private Path out = Path.of("");

    @Option(
            names = "--texts",
            required = true,
            paramLabel = "FILE",
            description = "二维码文本写到哪里，一行一张。 The QR texts, one a line.")
    private Path texts = Path.of("");

    @Mixin private final TokenOptions place = new TokenOptions();

    SealCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InputException {
        QrOrigin origin = Origins.read(host);
        KeyFolder folder = new KeyFolder(keys);
        SigningKey key = folder.signingKey(place.open(), place.label());
        BillSealer sealer = new BillSealer(folder, key, origin, console);
        try (InputStream in = InputFile.open(bills)) {
            int size = sealer.seal(in, out, texts);
            console.say(
                    "已签 " + size + " 张，写到 " + out + "；二维码文本在 " + texts,
                    "Sealed " + size + " bills into " + out + "; their QR texts are in " + texts);
            return Exit.GOOD;
        } catch (IOException e) {
            throw OutputFile.unwritable(out, e);
        }
    }
}
