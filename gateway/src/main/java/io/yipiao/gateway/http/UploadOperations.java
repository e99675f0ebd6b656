package io.yipiao.gateway.http;

import io.yipiao.gateway.access.Route;
import io.yipiao.gateway.intake.RefusedUploadException;
import io.yipiao.gateway.intake.UploadKey;
import io.yipiao.gateway.intake.UploadProgress;
import io.yipiao.gateway.intake.Uploads;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.reader.Json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Takes hospitals' uploads as they come, and tells how far they are. */
public final class UploadOperations {
    private static final String NDJSON = "application/x-ndjson";

    private final Uploads uploads;

    public UploadOperations(Uploads uploads) {
        this.uploads = uploads;
    }

    public void addTo(Operations operations) {
        operations.onStream(Route.UPLOAD_BILLS, this::upload).on(Route.GET_UPLOAD, this::progress);
    }

    private void upload(Call call, InputStream body, StreamedAnswer answer)
            throws ProblemException, IOException {
        int issuer = call.principal().issuer();
        UploadKey key =
                new UploadKey("hospital/" + issuer, call.header("idempotency-key").orElseThrow());
        Lines lines = new Lines(answer);
        try {
            UploadProgress done = uploads.accept(issuer, key, body, lines::begin, lines::line);
            lines.line(Jcs.text(Json.object().put("summary", describe(done)).end()));
        } catch (RefusedUploadException e) {
            throw new ProblemException(problem(e));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Writes the answer's lines; a client that has gone does not stop the upload it has sent. */
    private static final class Lines {
        private final StreamedAnswer answer;
        private boolean gone;

        Lines(StreamedAnswer answer) {
            this.answer = answer;
        }

        void begin(UUID upload) {
            answer.begin(NDJSON, Map.of("Location", "/api/v1/uploads/" + upload));
        }

        void line(String json) {
            if (gone) {
                return;
            }
            try {
                answer.write((json + "\n").getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                gone = true;
            }
        }
    }

    private Answer progress(Call call) throws ProblemException {
        return Answer.json(
                uploads.progress(call.id("id"), call.principal().issuer())
                        .map(UploadOperations::describe)
                        .orElseThrow(() -> new ProblemException(Problem.notFound("upload"))));
    }

    private static Json.Members describe(UploadProgress upload) {
        Json.Writer out =
                Json.object()
                        .put("id", upload.id().toString())
                        .put("state", upload.state().name())
                        .put("received", upload.received())
                        .put("checked", upload.registered() + upload.known())
                        .put("already", upload.known())
                        .put("anchored", upload.anchored())
                        .put("refused", upload.refused());
        upload.fault()
                .ifPresent(fault ->
                        out.put(
                                "errors",
                                List.of(
                                        new FieldError("upload", "a whole sealed upload", fault)
                                                .json())));
        return out.end();
    }

    private static Problem problem(RefusedUploadException refused) {
        return switch (refused.reason()) {
            case FAULTY ->
                    Problem.fields(new FieldError("upload", "an upload as sealed", refused.why()));
            case NO_KEY -> Problem.conflict("no-key", "No key for this issuer", refused.why());
            case OTHER_CONTENT ->
                    Problem.of(422, "key-reused", "This key was used before", refused.why());
            case UNDER_WAY ->
                    Problem.conflict("under-way", "This upload is under way", refused.why());
        };
    }
}
