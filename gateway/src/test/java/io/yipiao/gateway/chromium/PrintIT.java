package io.yipiao.gateway.chromium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.Media;

import io.yipiao.gateway.access.Role;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** On paper: ink alone, the code 40 mm wide, the time and the address. */
class PrintIT {
    /** What 15 mm of margin leave of an A4 page's 210 mm, at 96 dots an inch. */
    private static final int PAPER = 680;

    private static final double FORTY_MILLIMETRES = 40 * 96 / 25.4;
    private static final Pattern TIME = Pattern.compile("20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d");
    private static final Pattern MEDIA_BOX =
            Pattern.compile("/MediaBox ?\\[0 0 (\\d+)[.\\d]* (\\d+)[.\\d]*]");

    /** In whole points, as Chromium rounds 148 x 210 mm. */
    private static final List<String> A5 = List.of("420 x 594");

    private static final DemoSite SITE = DemoSite.shared();

    static List<Visitor> atTheDesk() {
        return Visitor.everyWay().stream().filter(v -> v.screen() == Screen.DESK).toList();
    }

    @ParameterizedTest
    @MethodSource("atTheDesk")
    void a_bill_is_printed_with_its_code_its_whole_address_and_the_time(Visitor visitor) {
        Someone patient = SITE.citizen();
        Paper paper = SITE.papers().anchored(SITE.papers().visit(patient));
        for (Visitor one : List.of(visitor, visitor.as(patient), visitor.elderly())) {
            try (Tab tab = one.open()) {
                String name = one.elder() ? "-elder" : one.someone().isPresent() ? "-owner" : "";
                printed(tab.at(paper.path()), "bill-print" + name);
                assertTrue(
                        tab.text()
                                .contains(SITE.address().toUpperCase(Locale.ROOT) + paper.path()));
                assertTrue(tab.text().contains(visitor.say("hospital.face.title")));
                assertFalse(tab.page().locator("header").isVisible());
                assertFalse(tab.page().locator("main .button").first().isVisible());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("atTheDesk")
    void slips_are_printed_two_on_a_sheet(Visitor visitor) {
        SITE.papers().anchored(SITE.papers().visit(SITE.citizen()));
        try (Tab tab = visitor.as(SITE.someone(Set.of(Role.HOSPITAL))).open()) {
            tab.at("/hospital");
            String upload =
                    tab.page()
                            .locator("main a[href^='/hospital/uploads/']")
                            .first()
                            .getAttribute("href");
            printed(tab.at(upload + "/faces"), "faces-print");
            double height = tab.page().locator(".face").first().boundingBox().height;
            assertTrue(height <= 133.5 * 96 / 25.4, "half of a sheet, not " + height);
            byte[] pdf = tab.page().pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
            List<String> sizes =
                    MEDIA_BOX
                            .matcher(new String(pdf, StandardCharsets.ISO_8859_1))
                            .results()
                            .map(box -> box.group(1) + " x " + box.group(2))
                            .distinct()
                            .toList();
            assertEquals(A5, sizes);
        }
    }

    private static void printed(Tab tab, String name) {
        tab.page().emulateMedia(new EmulateMediaOptions().setMedia(Media.PRINT));
        tab.page().setViewportSize(PAPER, 1000);
        tab.screenshot(name);
        assertTrue(tab.fits(), name);
        assertTrue(TIME.matcher(tab.text()).find(), name);
        var code = tab.page().locator(".qr").first().boundingBox();
        assertEquals(FORTY_MILLIMETRES, code.width, 1, name);
        assertEquals(FORTY_MILLIMETRES, code.height, 1, name);
        assertEquals("", tab.coloured(), name);
    }
}
