package io.yipiao.verifier.cli;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.fingerprint.Core;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.qr.Face;
import io.yipiao.verifier.qr.FaceReader;
import io.yipiao.verifier.qr.PictureException;
import io.yipiao.verifier.qr.QrOrigin;
import io.yipiao.verifier.qr.QrText;
import io.yipiao.verifier.verdict.Sentence;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.util.concurrent.Callable;

/** {@code inspect}: what stands in a code, with nothing checked. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        description = "列出二维码里的内容，不作任何查验。 List what stands in a code; nothing is checked.")
final class InspectCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "CODE", description = "二维码文本、图片文件，或 -。 QR text, picture file, or -.")
    private String code = "";

    InspectCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InputException, PictureException {
        return switch (FaceReader.read(ScannedCode.read(code, console))) {
            case Face.Own own -> own(own.text());
            case Face.Garbled garbled -> garbled(garbled.fault());
            case Face.Foreign foreign -> foreign(foreign);
            case Face.Unknown unknown -> {
                console.say("这不是票据上的二维码。", "This is not the code of a bill.");
                yield Exit.BAD;
            }
        };
    }

    private int own(QrText text) {
        Opening opening = text.payload().opening();
        Core core = opening.core();
        console.say("本系统的二维码，签名未查验：", "A code of ours, its seal not checked:");
        tell("origin", text.origin().map(QrOrigin::text).orElse("-"));
        tell("keySeq", Integer.toString(text.payload().keySeq()));
        tell("kind", core.id().kind().name());
        tell("identity", core.id().toString());
        tell("issuer", Integer.toString(core.issuer()));
        tell("total", core.total().yuan());
        tell("claimable", core.claimable().yuan());
        tell("date", core.date().toString());
        tell("relation", core.relation().map(it -> it.kind() + " " + it.of()).orElse("-"));
        tell("core's salt", opening.salt().hex());
        tell("C", opening.commitment().hex());
        tell("P", opening.person().hex());
        tell("R", opening.root().hex());
        tell("fingerprint", opening.fingerprint().hex());
        tell("seal", text.payload().seal().hex());
        return Exit.GOOD;
    }

    private int garbled(FieldException fault) {
        console.say(
                "本系统的二维码，没有读全：" + fault.getMessage(),
                "A code of ours, not fully read: " + fault.getMessage());
        return Exit.BAD;
    }

    private int foreign(Face.Foreign face) {
        console.say("别处票据的二维码：", "The code of a bill from elsewhere:");
        tell("source", face.source().name());
        face.id().ifPresent(id -> tell("identity", id.kind() + " " + id));
        face.checkCode().ifPresent(check -> tell("check code", check));
        face.amount().ifPresent(amount -> tell("amount", amount.yuan()));
        face.date().ifPresent(date -> tell("date", date.toString()));
        return Exit.GOOD;
    }

    /** The names of the byte format, which are the same in every language. */
    private void tell(String name, String value) {
        console.tell(new Sentence(name, name), value);
    }
}
