package io.yipiao.gateway.web.front;

import io.yipiao.gateway.inquiry.Answer;
import io.yipiao.gateway.intake.BillQr;
import io.yipiao.gateway.web.Visit;
import io.yipiao.verifier.qr.Face;
import io.yipiao.verifier.qr.FaceReader;
import io.yipiao.verifier.qr.QrSymbol;
import io.yipiao.verifier.qr.QrText;
import io.yipiao.verifier.verdict.Verdict;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A bill's code on the paper that its page prints: the symbol, 40 mm wide, and the whole address
 * that it opens. A code that proves nothing is not printed again.
 *
 * @param svg a picture's source, made here of squares alone
 */
public record PrintedCode(String svg, String address) {
    static Optional<PrintedCode> of(Visit visit, Answer answer, BillQr codes) {
        if (!(answer.verdict() instanceof Verdict.Proven) || !visit.call().hasPath("text")) {
            return Optional.empty();
        }
        return FaceReader.read(QrText.PATH + visit.call().path("text")) instanceof Face.Own own
                ? Optional.of(of(codes.text(own.text().payload())))
                : Optional.empty();
    }

    private static PrintedCode of(QrText code) {
        return new PrintedCode(
                new String(QrSymbol.of(code).svg(), StandardCharsets.UTF_8), code.text());
    }
}
