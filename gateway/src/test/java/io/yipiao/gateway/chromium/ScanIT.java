package io.yipiao.gateway.chromium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.FilePayload;

import io.yipiao.verifier.verdict.VerdictKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Photographs and a live camera. */
class ScanIT {
    static List<Visitor> everyWayWithScriptsAndWithout() {
        List<Visitor> all = new ArrayList<>(Visitor.everyWay());
        Visitor.everyWay().forEach(visitor -> all.add(visitor.withoutScripts()));
        return all;
    }

    @ParameterizedTest
    @MethodSource("everyWayWithScriptsAndWithout")
    void a_photograph_of_a_code_opens_its_bill(Visitor visitor) {
        Papers papers = DemoSite.shared().papers();
        Paper paper = papers.anchored(papers.visit(DemoSite.shared().citizen()));
        try (Tab tab = visitor.open()) {
            tab.at("/scan").screenshot("scan").axe();
            send(tab, visitor, new FilePayload("bill.png", "image/png", paper.picture()));
            assertEquals(VerdictKind.OPEN.sentence().in(visitor.language()), tab.heading());
            assertTrue(tab.page().url().endsWith(paper.path()));
        }
    }

    @ParameterizedTest
    @MethodSource("everyWayWithScriptsAndWithout")
    void a_photograph_without_a_code_says_so_first(Visitor visitor) {
        try (Tab tab = visitor.open()) {
            tab.at("/scan");
            send(tab, visitor, new FilePayload("table.jpg", "image/jpeg", Pictures.nothing()));
            assertTrue(tab.page().title().startsWith(visitor.say("error.title").strip()));
            assertEquals("section.errors", tab.focused());
            tab.screenshot("scan-none").axe();
        }
    }

    @ParameterizedTest
    @MethodSource("everyWayWithScriptsAndWithout")
    void a_foreign_code_is_not_called_genuine(Visitor visitor) {
        try (Tab tab = visitor.open()) {
            tab.at("/scan");
            send(
                    tab,
                    visitor,
                    new FilePayload("vat.png", "image/png", Pictures.code(Verdicts.VAT)));
            assertEquals(VerdictKind.ELSEWHERE.sentence().in(visitor.language()), tab.heading());
            assertTrue(tab.text().contains(visitor.say("bill.unverified", "12345678")));
        }
    }

    @Test
    void a_live_camera_finds_the_code_by_itself(@TempDir Path folder) {
        Papers papers = DemoSite.shared().papers();
        Paper paper = papers.anchored(papers.visit(DemoSite.shared().citizen()));
        Path film = folder.resolve("bill.mjpeg");
        Pictures.film(paper.picture(), film);
        List<String> camera =
                List.of(
                        "--use-fake-ui-for-media-stream",
                        "--use-fake-device-for-media-stream",
                        "--use-file-for-fake-video-capture=" + film);
        Visitor visitor = Visitor.on(Screen.PHONE);
        try (Browser browser = Chromium.launch(camera);
                Tab tab = visitor.open(browser)) {
            tab.at("/scan").press(visitor.say("scan.camera"));
            tab.page().waitForURL("**" + paper.path());
            assertEquals(VerdictKind.OPEN.sentence().chinese(), tab.heading());
        }
    }

    private static void send(Tab tab, Visitor visitor, FilePayload picture) {
        tab.page().locator("#picture").setInputFiles(picture);
        tab.press(visitor.say("scan.read"));
    }
}
