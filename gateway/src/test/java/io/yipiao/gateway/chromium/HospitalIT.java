package io.yipiao.gateway.chromium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.FilePayload;

import io.yipiao.gateway.access.Owner;
import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.start.RunningGateway;
import io.yipiao.gateway.web.Wording;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Bills;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.bill.Issuer;
import io.yipiao.verifier.canonical.CanonicalForm;
import io.yipiao.verifier.canonical.Jcs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A hospital's pages: its file goes in, faults come back by line, and its window files. */
class HospitalIT {
    private static final DemoSite SITE = DemoSite.shared();
    private static final int ISSUER = SITE.hospitalInCustody();
    private static final Someone UPLOADER = uploader();

    static List<Visitor> everyWay() {
        return Visitor.everyWay();
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void a_file_is_uploaded_its_faults_are_told_and_its_codes_are_printed(Visitor visitor) {
        uploads(visitor);
    }

    @Test
    void a_file_is_uploaded_without_scripts() {
        uploads(Visitor.on(Screen.PHONE).withoutScripts());
    }

    private static void uploads(Visitor visitor) {
        Someone patient = SITE.citizen();
        Bill good = ours(SITE.papers().visit(patient));
        String faulty = line(ours(SITE.papers().visit(patient))).replace("47465", "47466");
        try (Tab tab = visitor.as(UPLOADER).open()) {
            look(visitor, tab.at("/hospital"), "hospital");
            tab.press(say(visitor, "hospital.send"));
            tab.page().waitForSelector("section.errors");
            look(visitor, tab, "hospital-none-chosen");
            tab.page()
                    .locator("#file")
                    .setInputFiles(
                            new FilePayload(
                                    "bills.ndjson",
                                    "application/x-ndjson",
                                    (line(good) + "\n" + faulty + "\n")
                                            .getBytes(StandardCharsets.UTF_8)));
            tab.press(say(visitor, "hospital.send"));
            tab.page().waitForURL("**/hospital/uploads/*");
            assertEquals(say(visitor, "hospital.end", 1, 1), tab.heading());
            RunningGateway.await(() -> {
                tab.page().reload();
                return tab.text().contains(say(visitor, "hospital.counts", 2, 1, 1, 1));
            });
            look(visitor, tab, "upload");
            tab.press(say(visitor, "hospital.faces"));
            tab.page().waitForURL("**/faces");
            look(visitor, tab, "faces");
            tab.page().goBack();
            tab.press(good.id().code() + " " + good.id().number());
            tab.page().waitForURL("**/hospital/bills/*");
            look(visitor, tab, "hospital-bill");
        }
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void the_window_files_for_somebody_without_a_phone(Visitor visitor) {
        Someone patient = SITE.citizen();
        Paper paper = SITE.papers().anchored(SITE.papers().visit(patient));
        Someone window = SITE.someone(Set.of(Role.HOSPITAL));
        try (Tab tab = visitor.as(window).open()) {
            looked(tab.at("/hospital/window"), "window");
            tab.press(say(visitor, "hospital.window.find"));
            tab.page().waitForSelector("section.errors");
            looked(tab, "window-wrong");
            tab.page().locator("#number").fill(patient.idNumber());
            tab.page().locator("#name").fill(patient.name());
            tab.press(say(visitor, "hospital.window.find"));
            tab.page().waitForURL("**/hospital/window/*");
            assertTrue(tab.text().contains(paper.bill().id().number()), tab.text());
            looked(tab, "window-bills");
            tab.page().locator("input[name=bill]").first().check();
            tab.page().locator("#evidence").fill("2026-17");
            tab.press(say(visitor, "submit"));
            tab.page().waitForURL("**/receipt?said=hospital-filed");
            RunningGateway.await(() -> {
                tab.page().reload();
                return tab.text().contains(say(visitor, "hospital.window.sheet"));
            });
            looked(tab, "window-receipt");
            tab.press(say(visitor, "hospital.window.sheet"));
            tab.page().waitForURL("**/window/claims/*");
            looked(tab, "window-sheet");
        }
    }

    private static Bill ours(Bill bill) {
        return Bills.issuedBy(bill, new Issuer(ISSUER, bill.issuer().code(), bill.issuer().name()));
    }

    private static String line(Bill bill) {
        return Jcs.text(CanonicalForm.bill(bill));
    }

    private static Someone uploader() {
        String login = "uploader-" + UUID.randomUUID();
        String password = "correct horse battery";
        try {
            UUID account =
                    SITE.gateway()
                            .accounts()
                            .create(
                                    login,
                                    password,
                                    Set.of(Role.HOSPITAL),
                                    Owner.issuer("示范医院", ISSUER));
            Someone anybody = SITE.someone(Set.of(Role.CITIZEN));
            return new Someone(
                    "示范医院", anybody.idNumber(), anybody.person(), account, login, password);
        } catch (FieldException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Axe is a script itself. */
    private static void look(Visitor visitor, Tab tab, String name) {
        if (visitor.scripts()) {
            looked(tab, name);
        }
    }

    private static void looked(Tab tab, String name) {
        tab.screenshot(name).axe();
        assertTrue(tab.fits(), name);
    }

    private static String say(Visitor visitor, String key, Object... arguments) {
        return Wording.in(visitor.language()).say(key, arguments);
    }
}
