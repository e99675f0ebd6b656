package io.yipiao.gateway.web.hospital;

import io.yipiao.gateway.access.Page;
import io.yipiao.gateway.http.StreamedAnswer;
import io.yipiao.gateway.intake.RefusedLines;
import io.yipiao.gateway.intake.UploadContent;
import io.yipiao.gateway.intake.UploadFiles;
import io.yipiao.gateway.intake.UploadSummary;
import io.yipiao.gateway.intake.UploadedBill;
import io.yipiao.gateway.web.Frame;
import io.yipiao.gateway.web.Live;
import io.yipiao.gateway.web.NoPageException;
import io.yipiao.gateway.web.Pages;
import io.yipiao.gateway.web.Reply;
import io.yipiao.gateway.web.Visit;
import io.yipiao.verifier.bill.FieldException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One upload: how far it is, what was not taken and why, and all there is to fetch of it. */
public final class UploadPage {
    private static final int BILLS = 50;
    private static final int FAULTS = 100;

    private final UploadFiles files;
    private final UploadContent content;
    private final RefusedLines refused;
    private final Live live = new Live();

    public UploadPage(UploadFiles files, UploadContent content, RefusedLines refused) {
        this.files = files;
        this.content = content;
        this.refused = refused;
    }

    public void addTo(Pages pages) {
        pages.on(Page.UPLOAD, this::show)
                .onLive(Page.UPLOAD_LIVE, this::follow)
                .onLive(Page.FAULTY_LINES, this::faulty);
    }

    /**
     * A link to one bill.
     *
     * @param number its code and number
     */
    public record BillLink(String path, String number, String total) {}

    /**
     * What the page shows.
     *
     * @param fault why all of it was refused; empty if not
     * @param moreFaults how many more there are than those shown
     * @param kept how many faulty lines can be had back
     * @param bills some of its bills, of all {@code count}
     * @param from the first of them, counted from 0
     * @param resumable whether the file should be chosen again
     * @param key of the form to choose it with
     */
    public record UploadView(
            UUID id,
            Progress progress,
            String fault,
            List<FaultRow> faults,
            long moreFaults,
            long kept,
            List<BillLink> bills,
            int from,
            int count,
            boolean resumable,
            String key) {
        public UploadView {
            faults = List.copyOf(faults);
            bills = List.copyOf(bills);
        }

        /** Where the next bills are shown; 0 if there are no more. */
        public int next() {
            return from + BILLS < count ? from + BILLS : 0;
        }
    }

    /**
     * The part that follows what happens.
     *
     * @param refusal why the ledger refused a batch; empty if it did not
     */
    public record Progress(
            UploadRow row, String counts, boolean settled, boolean anchored, String refusal) {
        static Progress of(UploadSummary upload, Frame frame) {
            return new Progress(
                    UploadRow.of(upload, frame),
                    UploadRow.counts(upload, frame),
                    upload.settled(),
                    upload.anchored() > 0,
                    upload.ledgerRefusal().orElse(""));
        }
    }

    private Reply show(Visit visit) throws NoPageException {
        UploadSummary upload = upload(visit);
        UUID id = upload.progress().id();
        int issuer = visit.principal().issuer();
        List<UUID> bills = content.bills(id, issuer);
        int from = Math.min(Asked.from(visit), bills.size());
        List<FaultRow> faults =
                content.refused(id, issuer, 0, FAULTS).stream()
                        .map(outcome -> FaultWords.of(outcome, visit.frame()))
                        .toList();
        return Reply.page(
                "upload.jte",
                new UploadView(
                        id,
                        Progress.of(upload, visit.frame()),
                        upload.progress()
                                .fault()
                                .map(fault -> FaultWords.ofUpload(fault, visit.frame()))
                                .orElse(""),
                        faults,
                        upload.progress().refused() - faults.size(),
                        refused.count(id, issuer),
                        content
                                .codes(bills.subList(from, Math.min(from + BILLS, bills.size())))
                                .stream()
                                .map(bill -> link(bill, visit.frame()))
                                .toList(),
                        from,
                        bills.size(),
                        UploadRow.of(upload, visit.frame()).state().equals("paused"),
                        UUID.randomUUID().toString()));
    }

    private static BillLink link(UploadedBill bill, Frame frame) {
        return new BillLink(
                "/hospital/bills/" + bill.id(),
                (bill.identity().code() + " " + bill.identity().number()).strip(),
                frame.yuan(bill.opening().core().total()));
    }

    private void follow(Visit visit, StreamedAnswer answer)
            throws FieldException, NoPageException, IOException {
        live.follow(
                visit,
                answer,
                "progress.jte",
                () -> {
                    UploadSummary upload = upload(visit);
                    return new Live.Now(
                            Progress.of(upload, visit.frame()),
                            upload.settled(),
                            "/hospital/uploads/" + upload.progress().id());
                });
    }

    private void faulty(Visit visit, StreamedAnswer answer) throws NoPageException, IOException {
        UploadSummary upload = upload(visit);
        UUID id = upload.progress().id();
        int issuer = visit.principal().issuer();
        if (refused.count(id, issuer) == 0) {
            throw new NoPageException();
        }
        answer.begin(
                "application/x-ndjson",
                Map.of("Content-Disposition", "attachment; filename=\"faulty.ndjson\""));
        try {
            refused.each(id, issuer, line -> write(answer, line));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean write(StreamedAnswer answer, byte[] line) {
        try {
            answer.write(line);
            answer.write(new byte[] {'\n'});
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UploadSummary upload(Visit visit) throws NoPageException {
        return files.one(Asked.id(visit), visit.principal().issuer())
                .orElseThrow(NoPageException::new);
    }
}
