package io.yipiao.gateway.web.front;

import io.yipiao.gateway.access.Page;
import io.yipiao.gateway.http.Answer;
import io.yipiao.gateway.inquiry.BusyException;
import io.yipiao.gateway.inquiry.Inquiry;
import io.yipiao.gateway.web.Pages;
import io.yipiao.gateway.web.Reply;
import io.yipiao.gateway.web.SentFile;
import io.yipiao.gateway.web.Visit;
import io.yipiao.verifier.qr.Face;
import io.yipiao.verifier.qr.FaceReader;
import io.yipiao.verifier.qr.PictureException;
import io.yipiao.verifier.verdict.Sentence;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** Reads codes from a live camera or a photograph, with the server's reader; keeps no picture. */
public final class ScanPages {
    private static final int BUSY_SECONDS = 30;

    private final Inquiry inquiry;
    private final Showing showing;
    private final int pictureBytes;

    /**
     * @param pictureBytes the most a picture may have
     */
    public ScanPages(Inquiry inquiry, Showing showing, int pictureBytes) {
        this.inquiry = inquiry;
        this.showing = showing;
        this.pictureBytes = pictureBytes;
    }

    public void addTo(Pages pages) {
        pages.on(Page.SCAN, visit -> Reply.page("scan.jte", new ScanView("")))
                .onFile(Page.READ_PICTURE, this::picture)
                .onFile(Page.READ_FRAME, (visit, file) -> frame(file));
    }

    /**
     * What the page shows.
     *
     * @param fault why the last picture gave nothing; empty if there was none
     */
    public record ScanView(String fault) {}

    private Reply picture(Visit visit, SentFile file) throws IOException {
        byte[] bytes = file.content().readNBytes(pictureBytes + 1);
        if (bytes.length == 0) {
            return fault(422, visit.say("scan.none-chosen"));
        }
        try {
            String text = inquiry.read(bytes);
            return FaceReader.read(text) instanceof Face.Own own
                    ? Reply.moved(own.text().path())
                    : showing.page(visit, inquiry.ofText(text, visit.reader()));
        } catch (PictureException e) {
            return fault(422, visit.frame().say(sentence(e)));
        } catch (BusyException e) {
            return fault(429, visit.say("trouble.busy", BUSY_SECONDS));
        }
    }

    /** A camera's frame: 200 and where to go, or 204 for the next frame, please. */
    private Reply frame(SentFile file) throws IOException {
        byte[] bytes = file.content().readNBytes(pictureBytes + 1);
        Optional<String> path = Optional.empty();
        try {
            if (FaceReader.read(inquiry.read(bytes)) instanceof Face.Own own) {
                path = Optional.of(own.text().path());
            }
        } catch (PictureException e) {
            return Reply.sent(Answer.nothing());
        } catch (BusyException e) {
            return Reply.sent(Answer.text(429, "text/plain", ""));
        }
        return Reply.sent(
                path.map(to -> Answer.text(200, "text/plain", to)).orElseGet(Answer::nothing));
    }

    private static Reply fault(int status, String sentence) {
        return Reply.page(status, "scan.jte", new ScanView(sentence));
    }

    private static Sentence sentence(PictureException e) {
        String english = e.fault().english();
        return new Sentence(
                e.fault().chinese(),
                english.substring(0, 1).toUpperCase(Locale.ROOT) + english.substring(1));
    }
}
