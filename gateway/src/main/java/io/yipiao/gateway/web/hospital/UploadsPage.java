package io.yipiao.gateway.web.hospital;

import io.yipiao.gateway.access.Page;
import io.yipiao.gateway.http.StreamedAnswer;
import io.yipiao.gateway.intake.RefusedUploadException;
import io.yipiao.gateway.intake.UploadFiles;
import io.yipiao.gateway.intake.UploadSummary;
import io.yipiao.gateway.intake.Uploads;
import io.yipiao.gateway.web.Live;
import io.yipiao.gateway.web.NoPageException;
import io.yipiao.gateway.web.Pages;
import io.yipiao.gateway.web.Reply;
import io.yipiao.gateway.web.SentFile;
import io.yipiao.gateway.web.Visit;
import io.yipiao.verifier.bill.FieldException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Where a hospital drops its files, and sees those it sent before. */
public final class UploadsPage {
    private static final int SHOWN = 20;

    private final SentBills sent;
    private final UploadFiles files;
    private final Live live = new Live();

    public UploadsPage(Uploads uploads, UploadFiles files) {
        this.sent = new SentBills(uploads, files);
        this.files = files;
    }

    public void addTo(Pages pages) {
        pages.on(Page.HOSPITAL, visit -> page(200, visit, ""))
                .onFile(Page.UPLOAD_FILE, this::take)
                .onLive(Page.UPLOADS_LIVE, this::follow);
    }

    /**
     * What the page shows.
     *
     * @param fault why nothing was taken; empty if nothing was sent
     * @param key of the form, by which it is known when it comes again
     */
    public record UploadsView(List<UploadRow> uploads, String fault, String key) {
        public UploadsView {
            uploads = List.copyOf(uploads);
        }
    }

    /** Without scripts a browser shows the outcome; with them the list follows what is sent. */
    private Reply take(Visit visit, SentFile file) throws IOException {
        int issuer = visit.principal().issuer();
        try {
            Optional<UUID> upload =
                    sent.take(
                            issuer,
                            visit.form().text("key"),
                            FileName.of(file.name()),
                            file.content());
            return upload.map(id -> Reply.moved("/hospital/uploads/" + id))
                    .orElseGet(() -> page(422, visit, visit.say("hospital.none-chosen")));
        } catch (RefusedUploadException e) {
            return page(422, visit, UploadFault.of(visit, e));
        }
    }

    private void follow(Visit visit, StreamedAnswer answer)
            throws FieldException, NoPageException, IOException {
        Map<UUID, UploadRow> settled = new HashMap<>();
        live.follow(
                visit, answer, "uploads.jte", () -> new Live.Now(rows(visit, settled), false, ""));
    }

    private Reply page(int status, Visit visit, String fault) {
        return Reply.page(
                status,
                "hospital.jte",
                new UploadsView(rows(visit, new HashMap<>()), fault, UUID.randomUUID().toString()));
    }

    /**
     * @param settled those that need not be looked at again
     */
    private List<UploadRow> rows(Visit visit, Map<UUID, UploadRow> settled) {
        int issuer = visit.principal().issuer();
        List<UploadRow> rows = new ArrayList<>();
        for (UUID id : files.recent(issuer, SHOWN)) {
            Optional<UploadSummary> changing =
                    settled.containsKey(id) ? Optional.empty() : files.one(id, issuer);
            changing.ifPresent(upload -> {
                UploadRow row = UploadRow.of(upload, visit.frame());
                rows.add(row);
                if (upload.settled() && !row.state().equals("paused")) {
                    settled.put(id, row);
                }
            });
            if (changing.isEmpty()) {
                Optional.ofNullable(settled.get(id)).ifPresent(rows::add);
            }
        }
        return rows;
    }
}
