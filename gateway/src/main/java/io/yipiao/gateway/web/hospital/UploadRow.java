package io.yipiao.gateway.web.hospital;

import io.yipiao.gateway.intake.UploadProgress;
import io.yipiao.gateway.intake.UploadSummary;
import io.yipiao.gateway.web.Frame;

import java.util.Locale;

/**
 * The component of an upload: what it is called, where it stands and how far it is.
 *
 * @param path of its page
 * @param name of its file, or when it came
 * @param state sending, registered, refused or paused: the key of its word
 * @param sentence its counts in words
 * @param done of all lines, those that are settled, as the bar shows
 * @param all lines
 */
public record UploadRow(
        String path,
        String name,
        String state,
        String tone,
        String sentence,
        long done,
        long all,
        String time) {

    static UploadRow of(UploadSummary upload, Frame frame) {
        UploadProgress progress = upload.progress();
        String state = state(upload);
        String time = frame.minute(upload.startedAt());
        return new UploadRow(
                "/hospital/uploads/" + progress.id(),
                upload.name().isEmpty() ? frame.say("hospital.upload.unnamed") : upload.name(),
                state,
                switch (state) {
                    case "registered" -> "good";
                    case "refused" -> "stop";
                    case "paused" -> "wait";
                    default -> "info";
                },
                sentence(upload, frame),
                upload.anchored() + progress.refused(),
                Math.max(1, progress.received()),
                time);
    }

    private static String state(UploadSummary upload) {
        return switch (upload.progress().state()) {
            case RECEIVING -> "sending";
            case CUT_OFF -> "paused";
            case REFUSED -> "refused";
            case ANCHORING, ANCHORED -> upload.checked() == 0 ? "refused" : "registered";
        };
    }

    /** What it has come to, in one sentence. */
    static String sentence(UploadSummary upload, Frame frame) {
        UploadProgress progress = upload.progress();
        return switch (progress.state()) {
            case RECEIVING -> counts(upload, frame);
            case CUT_OFF ->
                    upload.sealed()
                            ? frame.say("hospital.cut.sealed")
                            : frame.say("hospital.cut", number(progress.received()));
            case REFUSED -> frame.say("hospital.refused.whole");
            case ANCHORING, ANCHORED ->
                    progress.refused() == 0
                            ? frame.say("hospital.end.all", number(upload.checked()))
                            : frame.say(
                                    "hospital.end",
                                    number(upload.checked()),
                                    number(progress.refused()));
        };
    }

    /** 已接收 · 已查验 · 已上链 · 有错 */
    static String counts(UploadSummary upload, Frame frame) {
        return frame.say(
                "hospital.counts",
                number(upload.progress().received()),
                number(upload.checked()),
                number(upload.anchored()),
                number(upload.progress().refused()));
    }

    static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
