package io.yipiao.gateway.web.hospital;

import io.yipiao.gateway.access.Page;
import io.yipiao.gateway.http.StreamedAnswer;
import io.yipiao.gateway.intake.BillQr;
import io.yipiao.gateway.intake.UploadContent;
import io.yipiao.gateway.intake.UploadedBill;
import io.yipiao.gateway.web.NoPageException;
import io.yipiao.gateway.web.Pages;
import io.yipiao.gateway.web.Visit;
import io.yipiao.verifier.qr.QrSymbol;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The QR codes of an upload's bills as one ZIP file that is made while it is fetched: a PNG a bill,
 * named by its number and code.
 */
public final class CodeFile {
    /** Pixels of a module: 40 mm at 390 dots an inch. */
    private static final int MODULE = 8;

    private static final int PORTION = 200;

    private final UploadContent content;
    private final BillQr codes;

    public CodeFile(UploadContent content, BillQr codes) {
        this.content = content;
        this.codes = codes;
    }

    public void addTo(Pages pages) {
        pages.onLive(Page.UPLOAD_CODES, this::send);
    }

    private void send(Visit visit, StreamedAnswer answer) throws NoPageException, IOException {
        List<UUID> bills = content.bills(Asked.id(visit), visit.principal().issuer());
        if (bills.isEmpty()) {
            throw new NoPageException();
        }
        answer.begin(
                "application/zip",
                Map.of("Content-Disposition", "attachment; filename=\"qr-codes.zip\""));
        Map<String, Integer> names = new HashMap<>();
        try (ZipOutputStream zip = new ZipOutputStream(new AnswerStream(answer))) {
            // Pictures are compressed already.
            zip.setLevel(0);
            for (int from = 0; from < bills.size(); from += PORTION) {
                List<UUID> some = bills.subList(from, Math.min(from + PORTION, bills.size()));
                for (UploadedBill bill : content.codes(some)) {
                    int times = names.merge(name(bill), 1, Integer::sum);
                    // Two contents of one bill bear the same number.
                    String twice = times == 1 ? "" : "-" + times;
                    zip.putNextEntry(new ZipEntry(name(bill) + twice + ".png"));
                    zip.write(QrSymbol.of(codes.text(bill)).png(MODULE));
                    zip.closeEntry();
                }
            }
        }
    }

    private static String name(UploadedBill bill) {
        String code = bill.identity().code();
        return bill.identity().number() + (code.isEmpty() ? "" : "-" + code);
    }
}
