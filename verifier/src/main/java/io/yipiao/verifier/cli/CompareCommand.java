package io.yipiao.verifier.cli;

import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.qr.Face;
import io.yipiao.verifier.qr.FaceReader;
import io.yipiao.verifier.qr.PictureException;
import io.yipiao.verifier.qr.QrPayload;
import io.yipiao.verifier.seal.SealedBill;
import io.yipiao.verifier.verdict.BillDifference;
import io.yipiao.verifier.verdict.Comparison;
import io.yipiao.verifier.verdict.Difference;
import io.yipiao.verifier.verdict.OfflineCheck;
import io.yipiao.verifier.verdict.Sentence;
import io.yipiao.verifier.verdict.Verdict;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** {@code compare}: a QR code beside typed elements or the hospital's sealed file. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = {
            "把二维码和票面五项、或和医院签过名的一行（文件）比对。",
            "Compare a QR code with typed elements, or with a bill's line of a sealed upload."
        })
final class CompareCommand implements Callable<Integer> {
    private final Console console;
    private final Clock clock;

    @Parameters(paramLabel = "CODE", description = "二维码文本、图片文件，或 -。 QR text, picture file, or -.")
    private String code = "";

    @Mixin private final TrustOptions trust = new TrustOptions();

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "签过名的一行，或整批。 The sealed line, or the whole upload.")
    private Optional<Path> file = Optional.empty();

    @Mixin private final TypedOptions typed = new TypedOptions();

    @Option(
            names = "--original",
            paramLabel = "FILE",
            description = "另一份文件，用来指出哪一项不同。 A second file, to name the fields that differ.")
    private Optional<Path> original = Optional.empty();

    CompareCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() throws InputException, PictureException {
        if (file.isPresent() == typed.isGiven()) {
            throw new InputException(
                    "要么给 --file，要么给 --number、--amount、--date",
                    "give either --file, or --number, --amount and --date");
        }
        String text = ScannedCode.read(code, console);
        Verdict verdict = OfflineCheck.check(text, trust.read(), clock.instant());
        if (!(verdict instanceof Verdict.Proven)
                || !(FaceReader.read(text) instanceof Face.Own own)) {
            new VerdictPage(console).print(verdict);
            console.say("二维码本身不成立，不再比对。", "The code itself does not hold: not compared.");
            return Exit.BAD;
        }
        return compare(own.text().payload());
    }

    private int compare(QrPayload payload) throws InputException {
        BillId id = payload.opening().core().id();
        if (file.isEmpty()) {
            return print(Comparison.withFace(payload, typed.face()));
        }
        SealedBill presented = SealedLines.find(file.get(), id);
        Comparison comparison = Comparison.withFile(payload, presented.bill());
        if (!comparison.agrees() && original.isPresent()) {
            fields(original(payload), presented);
        }
        return print(comparison);
    }

    /** The second file, which must be what the code seals: else the fields would accuse wrongly. */
    private SealedBill original(QrPayload payload) throws InputException {
        Path path = original.orElseThrow();
        SealedBill found = SealedLines.find(path, payload.opening().core().id());
        if (!Comparison.withFile(payload, found.bill()).agrees()) {
            throw new InputException(
                    path + " 也不是二维码签的那一份，指不出哪一项不同",
                    path + " is not what the code seals either: no field can be named");
        }
        return found;
    }

    private int print(Comparison comparison) {
        for (Difference difference : comparison.differences()) {
            console.tell(
                    difference.field().label(),
                    difference.sealed() + " ≠ " + difference.presented());
        }
        if (comparison.agrees()) {
            console.say("✓ 比对的各项都一样。", "✓ All that was compared is the same.");
        } else {
            console.say("✕ 和医院签发的不一样。", "✕ Not what the hospital issued.");
        }
        if (!comparison.unseen().isEmpty()) {
            String unseen =
                    comparison.unseen().stream()
                            .sorted()
                            .map(field -> field.label().in(console.language()))
                            .collect(Collectors.joining(", "));
            console.say("这样比对看不出：" + unseen, "Not seen by this comparison: " + unseen);
        }
        return comparison.agrees() ? Exit.GOOD : Exit.BAD;
    }

    private void fields(SealedBill original, SealedBill presented) {
        List<BillDifference> found =
                BillDifference.between(original.bill().bill(), presented.bill().bill());
        for (BillDifference each : found) {
            console.tell(
                    new Sentence(each.path(), each.path()), each.first() + " ≠ " + each.second());
        }
    }
}
