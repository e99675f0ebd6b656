package io.yipiao.gateway.chromium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.demo.DemonstrationBills;
import io.yipiao.gateway.ledger.Call;
import io.yipiao.gateway.ledger.Caller;
import io.yipiao.gateway.ledger.Organisation;
import io.yipiao.gateway.ledger.Proposals;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.reader.Json;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** What a hospital does to a bill it issued, and the pages of its numbers and keys. */
class BillLifeIT {
    private static final DemoSite SITE = DemoSite.shared();
    private static final Uploader UPLOADER = Uploader.of(SITE);
    private static final long FIRST = 6_000_000_000L;
    private static final AtomicLong NUMBERS = new AtomicLong(FIRST - 10);

    /** Also with JavaScript off. */
    static List<Visitor> everyWay() {
        List<Visitor> all = new ArrayList<>(Visitor.everyWay());
        all.add(Visitor.on(Screen.PHONE).withoutScripts());
        return all;
    }

    @BeforeAll
    static void hasASeries() throws Exception {
        Call call =
                Call.of(new Caller(Organisation.FINANCE, "admin"), "openSeries")
                        .with(
                                Json.object()
                                        .put("code", UPLOADER.bill().id().code())
                                        .put("from", "%010d".formatted(FIRST))
                                        .put("to", "%010d".formatted(FIRST + 9_999))
                                        .put("issuer", UPLOADER.issuer())
                                        .end());
        long block = new Proposals(SITE.gateway().ledger()).settle(call, sent -> {}).block();
        assertTrue(SITE.gateway().view().await(block, Duration.ofSeconds(60)));
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void a_bill_on_paper_is_refunded_in_part_once_the_paper_is_back(Visitor visitor) {
        Bill stay = stay();
        try (Tab tab = visitor.as(UPLOADER.who()).open()) {
            registered(tab, visitor, stay);
            tab.press(visitor.say("hospital.exchange")).page().waitForURL("**/exchange");
            looked(tab, visitor, "exchange");
            tab.press(visitor.say("hospital.exchange")).page().waitForURL("**/exchange?said=*");
            looked(tab, visitor, "exchanged");
            tab.press(visitor.say("hospital.back.bill"));
            tab.press(visitor.say("hospital.red")).page().waitForURL("**/red");
            looked(tab, visitor, "red-on-paper");
            tab.press(visitor.say("hospital.red.to-papers")).page().waitForURL("**/exchange");
            tab.press(visitor.say("hospital.papers.collect"));
            tab.page().waitForURL("**/exchange?said=*");
            assertTrue(tab.text().contains(visitor.say("hospital.papers.COLLECTED")), tab.text());

            tab.press(visitor.say("hospital.back.bill"));
            tab.press(visitor.say("hospital.red")).page().waitForURL("**/red");
            looked(tab, visitor, "red");
            tab.page().locator("[name=line]").nth(tomography(stay)).check();
            tab.page().locator("#red").fill("12");
            tab.press(visitor.say("hospital.red.look")).page().waitForSelector("section.errors");
            looked(tab, visitor, "red-wrong");
            tab.page().locator("#red").fill("");
            tab.press(visitor.say("hospital.red.look")).page().waitForSelector("#new");
            assertEquals(visitor.say("hospital.red.check"), tab.heading());
            assertTrue(tab.text().contains("3,354.30"), tab.text());
            assertTrue(tab.text().contains("3,094.30"), tab.text());
            looked(tab, visitor, "red-check");
            tab.press(visitor.say("hospital.red")).page().waitForURL("**/hospital/bills/*?said=*");
            assertTrue(tab.text().contains(visitor.say("said.hospital-reversed")), tab.text());
            String bill = tab.page().url().replaceAll("\\?.*", "");
            tab.page().navigate(bill + "/red");
            assertTrue(tab.text().contains(visitor.say("hospital.red.already")), tab.text());
            looked(tab, visitor, "red-already");
        }
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void numbers_and_keys_are_shown_as_they_stand(Visitor visitor) {
        Uploader hospital = visitor.scripts() ? UPLOADER : Uploader.of(SITE);
        try (Tab tab = visitor.as(hospital.who()).open()) {
            looked(tab.at("/hospital/series"), visitor, "series");
            looked(tab.at("/hospital/keys"), visitor, "keys");
            int before = tab.page().locator(".uploadrow").count();
            tab.press(visitor.say("hospital.keys.renew"));
            tab.page().waitForURL("**/hospital/keys?said=*");
            assertEquals(before + 1, tab.page().locator(".uploadrow").count());
            assertTrue(tab.text().contains(visitor.say("hospital.keys.overlap")), tab.text());
            looked(tab, visitor, "keys-overlap");
        }
    }

    @Test
    void the_larger_pages_fit_a_phone() {
        Visitor elder = Visitor.on(Screen.PHONE).elderly();
        Bill stay = stay();
        try (Tab tab = elder.as(UPLOADER.who()).open()) {
            looked(tab.at("/hospital/series"), elder, "elder-series");
            looked(tab.at("/hospital/keys"), elder, "elder-keys");
            registered(tab, elder, stay);
            tab.press(elder.say("hospital.red")).page().waitForURL("**/red");
            looked(tab, elder, "elder-red");
            tab.press(elder.say("hospital.red.look")).page().waitForSelector("#red");
            looked(tab, elder, "elder-red-check");
        }
    }

    private static Bill stay() {
        return DemonstrationBills.numbered(
                SITE.papers().stay(SITE.citizen()), UPLOADER.issuer(), NUMBERS.addAndGet(10));
    }

    private static int tomography(Bill stay) {
        return stay.lines().stream()
                        .filter(line -> line.catalogueCode().equals("DEMO-CT"))
                        .findFirst()
                        .orElseThrow()
                        .sequence()
                - 1;
    }

    /** Uploads a bill and opens its page. */
    private static void registered(Tab tab, Visitor visitor, Bill bill) {
        tab.at("/hospital").choose("bill.ndjson", Uploader.file(List.of(Uploader.line(bill))));
        tab.press(visitor.say("hospital.send")).page().waitForURL("**/hospital/uploads/*");
        tab.press(bill.id().code() + " " + bill.id().number());
        tab.page().waitForURL("**/hospital/bills/*");
    }

    private static void looked(Tab tab, Visitor visitor, String name) {
        tab.screenshot("life-" + name).axe();
        assertTrue(!visitor.scripts() || tab.fits(), name);
    }
}
