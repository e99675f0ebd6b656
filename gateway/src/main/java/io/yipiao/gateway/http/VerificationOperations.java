package io.yipiao.gateway.http;

import io.yipiao.gateway.access.Route;
import io.yipiao.gateway.inquiry.BusyException;
import io.yipiao.gateway.inquiry.Inquiry;
import io.yipiao.gateway.inquiry.LockedException;
import io.yipiao.gateway.inquiry.Reader;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.qr.PictureException;
import io.yipiao.verifier.reader.Json;

import java.time.Duration;
import java.util.Optional;

/** Checks bills by QR text, picture or typed elements. */
public final class VerificationOperations {
    private final Inquiry inquiry;

    public VerificationOperations(Inquiry inquiry) {
        this.inquiry = inquiry;
    }

    public void addTo(Operations operations) {
        operations
                .on(Route.VERIFY, this::verify)
                .onPicture(Route.VERIFY_PICTURE, this::verifyPicture);
    }

    private Answer verify(Call call) throws FieldException, ProblemException {
        Json.Members body = call.json();
        Reader reader = Readers.of(call.visitor());
        Optional<String> text = body.optionalText("qrText");
        if (text.isPresent()) {
            return VerdictForm.answer(inquiry.ofText(text.get(), reader));
        }
        try {
            return VerdictForm.answer(inquiry.ofFace(FaceForm.read(body.object("face")), reader));
        } catch (LockedException e) {
            throw new ProblemException(
                    Problem.of(
                                    429,
                                    "locked",
                                    "Too many wrong check codes",
                                    String.valueOf(e.getMessage()))
                            .afterWaiting(Duration.ofHours(1)));
        }
    }

    private Answer verifyPicture(Call call) throws ProblemException {
        try {
            return VerdictForm.answer(inquiry.ofPicture(call.body(), Readers.of(call.visitor())));
        } catch (PictureException e) {
            throw new ProblemException(
                    Problem.of(
                            422,
                            "picture",
                            "Not a picture that can be read",
                            e.fault().english() + "。" + e.fault().chinese()));
        } catch (BusyException e) {
            throw new ProblemException(
                    Problem.of(
                                    429,
                                    "busy",
                                    "Too many pictures at once",
                                    String.valueOf(e.getMessage()))
                            .afterWaiting(Duration.ofSeconds(30)));
        }
    }
}
