package io.yipiao.gateway.chromium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.verifier.verdict.VerdictKind;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;

/** The first page and a bill's page, as everybody sees them. */
class FrontIT {
    static List<Visitor> everyWay() {
        return Visitor.everyWay();
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void the_first_page_fits_and_can_be_read(Visitor visitor) {
        try (Tab tab = visitor.open()) {
            tab.at("/").screenshot("home").axe();
            assertTrue(tab.fits());
        }
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void a_good_bill_says_so_in_its_heading(Visitor visitor) {
        DemoSite site = DemoSite.shared();
        Paper paper = site.papers().anchored(site.papers().visit(site.citizen()));
        try (Tab tab = visitor.open()) {
            tab.at(paper.path()).screenshot("bill-open").axe();
            assertEquals(VerdictKind.OPEN.sentence().in(visitor.language()), tab.heading());
        }
    }
}
