package io.yipiao.gateway.web.hospital;

import io.yipiao.gateway.access.Page;
import io.yipiao.gateway.http.Answer;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.intake.StoredBill;
import io.yipiao.gateway.intake.UploadContent;
import io.yipiao.gateway.ledger.Call;
import io.yipiao.gateway.ledger.Caller;
import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.Refused;
import io.yipiao.gateway.web.NoPageException;
import io.yipiao.gateway.web.Pages;
import io.yipiao.gateway.web.Reply;
import io.yipiao.gateway.web.Visit;
import io.yipiao.verifier.canonical.Digest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Receipts that batches of bills stand on the ledger, which anyone can check offline. */
public final class ReceiptFiles {
    private final LedgerClient ledger;
    private final Bills bills;
    private final UploadContent content;

    public ReceiptFiles(LedgerClient ledger, Bills bills, UploadContent content) {
        this.ledger = ledger;
        this.bills = bills;
        this.content = content;
    }

    public void addTo(Pages pages) {
        pages.on(Page.UPLOAD_RECEIPTS, this::ofUpload).on(Page.HOSPITAL_RECEIPT, this::ofBill);
    }

    /** One file for each batch, as a ZIP file: an upload of 2,000 bills has one. */
    private Reply ofUpload(Visit visit) throws NoPageException, IOException {
        int issuer = visit.principal().issuer();
        List<Digest> roots = content.anchoredRoots(Asked.id(visit), issuer);
        if (roots.isEmpty()) {
            throw new NoPageException();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Digest root : roots) {
                zip.putNextEntry(new ZipEntry("receipt-" + root.hex() + ".json"));
                zip.write(receipt(issuer, root));
                zip.closeEntry();
            }
        }
        return file("application/zip", "receipts.zip", out.toByteArray());
    }

    private Reply ofBill(Visit visit) throws NoPageException {
        int issuer = visit.principal().issuer();
        StoredBill bill = bills.byId(Asked.id(visit), issuer).orElseThrow(NoPageException::new);
        return file("application/json", "receipt.json", receipt(issuer, bill.batchRoot()));
    }

    private byte[] receipt(int issuer, Digest root) throws NoPageException {
        try {
            return ledger.prove(
                            Call.of(Caller.INTAKE, "prove")
                                    .with(Integer.toString(issuer))
                                    .with(root.hex()))
                    .receipt();
        } catch (Refused e) {
            // The ledger does not hold this batch yet.
            throw new NoPageException();
        }
    }

    private static Reply file(String type, String name, byte[] content) {
        return Reply.sent(
                Answer.of(200, type, content)
                        .with("Content-Disposition", "attachment; filename=\"" + name + "\""));
    }
}
