package io.yipiao.gateway.chromium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page.LocatorOptions;

import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.verdict.Language;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A hospital's file goes in, its faults come back by line, and its bills are printed. */
class HospitalIT {
    private static final DemoSite SITE = DemoSite.shared();
    private static final Uploader UPLOADER = Uploader.of(SITE);

    /** Also with JavaScript off. */
    static List<Visitor> everyWay() {
        List<Visitor> all = new ArrayList<>(Visitor.everyWay());
        all.add(Visitor.on(Screen.PHONE).withoutScripts());
        all.add(Visitor.on(Screen.DESK).withoutScripts());
        return all;
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void a_file_is_uploaded_its_faults_are_told_and_its_codes_are_printed(Visitor visitor)
            throws IOException {
        Bill good = UPLOADER.bill();
        String faulty = Uploader.line(UPLOADER.bill()).replace("47465", "47466");
        byte[] file = Uploader.file(List.of(Uploader.line(good), faulty));
        try (Tab tab = visitor.as(UPLOADER.who()).open()) {
            looked(tab.at("/hospital"), visitor, "hospital");
            tab.press(visitor.say("hospital.send")).page().waitForSelector("section.errors");
            looked(tab, visitor, "hospital-none-chosen");
            tab.choose("bills.ndjson", file).press(visitor.say("hospital.send"));
            tab.page().waitForURL("**/hospital/uploads/*");
            assertEquals(visitor.say("hospital.end", 1, 1), tab.heading());
            tab.reloadUntil(visitor.say("hospital.counts", 2, 1, 1, 1));
            looked(tab, visitor, "upload");
            String fault = tab.page().locator("#faults ~ .scroller tbody").innerText();
            assertTrue(fault.contains("474.65"), fault);
            assertFalse(
                    visitor.language() == Language.CHINESE && fault.matches("(?s).*[a-z]{3}.*"),
                    fault);

            byte[] wrong = tab.download(visitor.say("hospital.faulty"));
            assertEquals(faulty, new String(wrong, StandardCharsets.UTF_8).strip());
            String name = good.id().number() + "-" + good.id().code() + ".png";
            assertEquals(Set.of(name), names(tab.download(visitor.say("hospital.codes"))));
            prints(tab, visitor, good);
        }
    }

    private static void prints(Tab tab, Visitor visitor, Bill good) {
        tab.press(visitor.say("hospital.faces")).page().waitForURL("**/faces");
        looked(tab, visitor, "faces");
        printed(tab, visitor, "faces");
        tab.page().goBack();
        tab.press(good.id().code() + " " + good.id().number());
        tab.page().waitForURL("**/hospital/bills/*");
        looked(tab, visitor, "hospital-bill");
        printed(tab, visitor, "hospital-bill");
        assertTrue(tab.text().contains(good.total().yuan().replaceAll("\\..*", "")), tab.text());
        assertTrue(tab.download(visitor.say("hospital.receipt")).length > 0);
    }

    /** What paper shows; a printer's button stands where scripts can press it. */
    private static void printed(Tab tab, Visitor visitor, String name) {
        tab.print(name);
        assertEquals(visitor.scripts(), tab.page().locator("[data-print]").isVisible());
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void a_cut_upload_goes_on_when_the_same_file_is_chosen_again(Visitor visitor)
            throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            lines.add(Uploader.line(UPLOADER.bill()));
        }
        byte[] file = Uploader.file(lines);
        try (Tab tab = visitor.as(UPLOADER.who()).open()) {
            try (Socket half = UPLOADER.half(file, file.length / 4)) {
                assertTrue(half.isConnected());
                tab.at("/hospital");
                tab.reloadUntil(visitor.say("hospital.state.sending"));
                looked(tab, visitor, "hospital-sending");
            }
            tab.reloadUntil(visitor.say("hospital.state.paused"));
            looked(tab, visitor, "hospital-paused");
            tab.page().locator(".uploadrow a").first().click();
            tab.page().waitForURL("**/hospital/uploads/*");
            looked(tab, visitor, "upload-cut");
            String path = tab.page().url();
            String all = visitor.say("hospital.end.all", 40);
            tab.choose("renamed.ndjson", file).press(visitor.say("hospital.send"));
            tab.page().locator("h1", new LocatorOptions().setHasText(all)).waitFor();
            assertEquals(path, tab.page().url(), "it is the same upload");
            tab.reloadUntil(visitor.say("hospital.counts", 40, 40, 40, 0));
        }
    }

    @Test
    void the_larger_pages_fit_a_phone() throws IOException {
        Visitor elder = Visitor.on(Screen.PHONE).elderly();
        byte[] file = Uploader.file(List.of(Uploader.line(UPLOADER.bill()), "{}"));
        try (Tab tab = elder.as(UPLOADER.who()).open()) {
            looked(tab.at("/hospital"), elder, "elder-hospital");
            tab.choose("bills.ndjson", file).press(elder.say("hospital.send"));
            tab.page().waitForURL("**/hospital/uploads/*");
            looked(tab, elder, "elder-upload");
            tab.press(elder.say("hospital.faces")).page().waitForURL("**/faces");
            looked(tab, elder, "elder-faces");
            tab.press(elder.say("hospital.faces.back")).page().waitForURL("**/uploads/*");
            tab.page().locator(".bills a").first().click();
            tab.page().waitForURL("**/hospital/bills/*");
            looked(tab, elder, "elder-hospital-bill");
        }
    }

    private static Set<String> names(byte[] zip) throws IOException {
        Set<String> names = new TreeSet<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    private static void looked(Tab tab, Visitor visitor, String name) {
        tab.screenshot(name).axe();
        assertTrue(!visitor.scripts() || tab.fits(), name);
    }
}
