package io.yipiao.gateway.web.hospital;

import io.yipiao.gateway.access.Page;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.intake.UploadContent;
import io.yipiao.gateway.web.NoPageException;
import io.yipiao.gateway.web.Pages;
import io.yipiao.gateway.web.Reply;
import io.yipiao.gateway.web.Visit;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Slips of an upload's bills to print, two of A5 on a sheet of A4, so many at a time. */
public final class FacesPage {
    private static final int FACES = 20;

    private final UploadContent content;
    private final Bills bills;
    private final Clock clock;

    public FacesPage(UploadContent content, Bills bills, Clock clock) {
        this.content = content;
        this.bills = bills;
        this.clock = clock;
    }

    public void addTo(Pages pages) {
        pages.on(Page.UPLOAD_FACES, this::show);
    }

    /**
     * What the page shows.
     *
     * @param from the first of them, counted from 1
     * @param count of all
     * @param time when it was printed
     */
    public record FacesView(UUID upload, List<Face> faces, int from, int count, String time) {
        public FacesView {
            faces = List.copyOf(faces);
        }

        public int to() {
            return from + faces.size() - 1;
        }
    }

    private Reply show(Visit visit) throws NoPageException {
        UUID upload = Asked.id(visit);
        int issuer = visit.principal().issuer();
        List<UUID> all = content.bills(upload, issuer);
        int from = Asked.from(visit);
        if (from >= all.size()) {
            throw new NoPageException();
        }
        List<Face> faces =
                all.subList(from, Math.min(from + FACES, all.size())).stream()
                        .flatMap(id -> bills.byId(id, issuer).stream())
                        .map(bill -> Face.of(bill, visit.frame()))
                        .toList();
        return Reply.page(
                "faces.jte",
                new FacesView(
                        upload,
                        faces,
                        from + 1,
                        all.size(),
                        visit.frame().minute(clock.instant())));
    }
}
