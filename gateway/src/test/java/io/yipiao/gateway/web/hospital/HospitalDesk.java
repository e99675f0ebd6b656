package io.yipiao.gateway.web.hospital;

import io.yipiao.gateway.access.Owner;
import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.demo.DemonstrationBills;
import io.yipiao.gateway.intake.StoredBill;
import io.yipiao.gateway.start.RunningGateway;
import io.yipiao.gateway.web.Browser;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Bills;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.bill.Payments;
import io.yipiao.verifier.canonical.CanonicalForm;
import io.yipiao.verifier.canonical.Jcs;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A hospital of its own at the running gateway, whose person has signed in with a browser. */
final class HospitalDesk {
    static final RunningGateway WORLD = RunningGateway.shared();

    private static final AtomicLong NUMBERS = new AtomicLong(700_000);
    private static final String PASSWORD = "a window in the hall";
    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");

    private final int issuer;
    private final Browser browser;

    private HospitalDesk(int issuer, Browser browser) {
        this.issuer = issuer;
        this.browser = browser;
    }

    /** A hospital whose key the gateway holds. */
    static HospitalDesk inCustody() {
        return of(WORLD.hospitalInCustody());
    }

    static HospitalDesk of(int issuer) {
        String login = "hospital-" + UUID.randomUUID();
        try {
            WORLD.gateway()
                    .accounts()
                    .create(
                            login,
                            PASSWORD,
                            Set.of(Role.HOSPITAL),
                            Owner.issuer("试验医院" + issuer, issuer));
        } catch (FieldException e) {
            throw new AssertionError(e);
        }
        Browser browser = new Browser(URI.create(WORLD.gateway().address().toString()));
        browser.get("/sign-in");
        browser.post("/sign-in", Map.of("login", login, "password", PASSWORD));
        return new HospitalDesk(issuer, browser);
    }

    int issuer() {
        return issuer;
    }

    HospitalDesk speaking(String tag) {
        browser.speaking(tag);
        return this;
    }

    HttpResponse<String> get(String path) {
        return browser.get(path);
    }

    byte[] fetch(String path) {
        return browser.fetch(path);
    }

    HttpResponse<String> post(String path, Map<String, String> fields) {
        return browser.post(path, fields);
    }

    /** Opens the page of uploads and sends a file with its form. */
    HttpResponse<String> upload(String name, byte[] file) {
        return send(form(), name, file);
    }

    /** The key of a form that is opened anew. */
    String form() {
        Matcher key = KEY.matcher(browser.get("/hospital").body());
        if (!key.find()) {
            throw new AssertionError("the page has no form");
        }
        return key.group(1);
    }

    HttpResponse<String> send(String form, String name, byte[] file) {
        return browser.upload("/hospital", Map.of("key", form), name, file);
    }

    /** Sends a form with a file to any page. */
    HttpResponse<String> file(String path, Map<String, String> fields, String name, byte[] file) {
        return browser.upload(path, fields, name, file);
    }

    /** Sends the beginning of a file, and hangs up once so many bytes of the request are out. */
    Socket half(String name, byte[] file, int left) throws IOException {
        return browser.half("/hospital", Map.of("key", form()), name, file, left);
    }

    /** A visit's bill that no other test has. */
    Bill bill() {
        return DemonstrationBills.numbered(
                DemonstrationBills.visit(), issuer, NUMBERS.incrementAndGet());
    }

    /** The stay of the worked example under a number that no other test has. */
    Bill stay() {
        return DemonstrationBills.numbered(
                DemonstrationBills.stay(), issuer, NUMBERS.incrementAndGet());
    }

    /** A number that no other test has. */
    long number() {
        return NUMBERS.incrementAndGet();
    }

    /** The bill under the first number of a series that Finance opens for this hospital. */
    Bill inSeries(Bill bill) {
        long first = 5_000_000_000L + 1_000L * NUMBERS.incrementAndGet();
        WORLD.openSeries(
                issuer, bill.id().code(), "%010d".formatted(first), "%010d".formatted(first + 999));
        return DemonstrationBills.numbered(bill, issuer, first);
    }

    /** The same bill so many numbers later. */
    static Bill numbered(Bill bill, int later) {
        return DemonstrationBills.numbered(
                bill, bill.issuer().number(), Long.parseLong(bill.id().number()) + later);
    }

    /** Another content of the same number: less was paid by the patient. */
    static Bill dearer(Bill bill) {
        Fen half = new Fen(bill.total().value() / 2);
        Payments paid = new Payments(half, Fen.ZERO, Fen.ZERO, bill.total().minus(half));
        return Bills.paid(bill, paid);
    }

    static StoredBill stored(Bill bill) {
        return new io.yipiao.gateway.intake.Bills(
                        WORLD.gateway().database(), WORLD.gateway().secrets().personal())
                .byIdentity(bill.id())
                .getFirst();
    }

    List<Bill> bills(int count) {
        return IntStream.range(0, count).mapToObj(i -> bill()).toList();
    }

    static String line(Bill bill) {
        return Jcs.text(CanonicalForm.bill(bill));
    }

    static byte[] file(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    static byte[] fileOf(List<Bill> bills) {
        return file(bills.stream().map(HospitalDesk::line).toList());
    }

    /** The same line with another total than was paid. */
    static String faulty(Bill bill) {
        return line(bill).replaceFirst("\"total\":\\d+", "\"total\":135300");
    }
}
