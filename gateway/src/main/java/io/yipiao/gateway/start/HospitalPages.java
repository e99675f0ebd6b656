package io.yipiao.gateway.start;

import io.yipiao.gateway.calendar.WorkingDays;
import io.yipiao.gateway.claim.Window;
import io.yipiao.gateway.intake.BillQr;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.intake.OwnBills;
import io.yipiao.gateway.intake.RefusedLines;
import io.yipiao.gateway.intake.UploadContent;
import io.yipiao.gateway.intake.UploadFiles;
import io.yipiao.gateway.intake.Uploads;
import io.yipiao.gateway.secrets.PersonalData;
import io.yipiao.gateway.web.Pages;
import io.yipiao.gateway.web.hospital.BillPage;
import io.yipiao.gateway.web.hospital.CodeFile;
import io.yipiao.gateway.web.hospital.ExchangePages;
import io.yipiao.gateway.web.hospital.FacesPage;
import io.yipiao.gateway.web.hospital.FilingPages;
import io.yipiao.gateway.web.hospital.IssuedBills;
import io.yipiao.gateway.web.hospital.KeyPages;
import io.yipiao.gateway.web.hospital.ReceiptFiles;
import io.yipiao.gateway.web.hospital.RedPages;
import io.yipiao.gateway.web.hospital.SeriesPage;
import io.yipiao.gateway.web.hospital.UploadPage;
import io.yipiao.gateway.web.hospital.UploadsPage;
import io.yipiao.gateway.web.hospital.WindowPages;
import io.yipiao.gateway.web.hospital.WindowPapers;

import java.time.Clock;

/** Puts hospitals' pages together. */
record HospitalPages(
        Clock clock,
        Gateway gateway,
        BillLife life,
        Uploads uploads,
        Bills bills,
        BillQr codes,
        WorkingDays workingDays) {

    void addTo(Pages pages) {
        uploads(pages);
        lifeOfBills(pages);
        Window window =
                new Window(gateway.claims(), gateway.database(), gateway.secrets(), bills, clock);
        new WindowPages(window).addTo(pages);
        new FilingPages(window, gateway.claims().estimates()).addTo(pages);
        new WindowPapers(window, gateway.claims(), bills, workingDays, clock).addTo(pages);
    }

    private void uploads(Pages pages) {
        PersonalData personal = gateway.secrets().personal();
        UploadFiles files = new UploadFiles(gateway.database(), personal, uploads);
        UploadContent content = new UploadContent(gateway.database());
        new UploadsPage(uploads, files).addTo(pages);
        new UploadPage(files, content, new RefusedLines(gateway.database(), personal)).addTo(pages);
        new CodeFile(content, codes).addTo(pages);
        new FacesPage(content, bills, clock).addTo(pages);
        new ReceiptFiles(gateway.ledger(), bills, content).addTo(pages);
        new BillPage(bills, codes, gateway.view(), clock).addTo(pages);
    }

    /** What becomes of bills once they are issued, and by which numbers and keys. */
    private void lifeOfBills(Pages pages) {
        OwnBills own = new OwnBills(life.keys(), uploads);
        IssuedBills issued =
                new IssuedBills(
                        bills, life.papers(), life.related(), own, gateway.view(), life.drawn());
        new RedPages(issued, clock).addTo(pages);
        new ExchangePages(issued, clock).addTo(pages);
        new SeriesPage(life.series()).addTo(pages);
        new KeyPages(life.rotations(), gateway.view()).addTo(pages);
    }
}
