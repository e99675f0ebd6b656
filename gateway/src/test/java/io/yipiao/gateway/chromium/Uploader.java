package io.yipiao.gateway.chromium;

import io.yipiao.gateway.access.Owner;
import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.web.Browser;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Bills;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.bill.Issuer;
import io.yipiao.verifier.canonical.CanonicalForm;
import io.yipiao.verifier.canonical.Jcs;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Who uploads for a hospital whose key the gateway holds. */
record Uploader(DemoSite site, Someone who, int issuer) {
    private static final String NAME = "示范医院";

    static Uploader of(DemoSite site) {
        int issuer = site.hospitalInCustody();
        Someone anybody = site.someone(Set.of(Role.CITIZEN));
        String login = "uploader-" + UUID.randomUUID();
        Owner owner = Owner.issuer(NAME, issuer);
        try {
            UUID account =
                    site.gateway()
                            .accounts()
                            .create(login, anybody.password(), Set.of(Role.HOSPITAL), owner);
            Someone who =
                    new Someone(
                            NAME,
                            anybody.idNumber(),
                            anybody.person(),
                            account,
                            login,
                            anybody.password());
            return new Uploader(site, who, issuer);
        } catch (FieldException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A visit's bill of this hospital, of a patient whom no other test has. */
    Bill bill() {
        Bill bill = site.papers().visit(site.citizen());
        return Bills.issuedBy(bill, new Issuer(issuer, bill.issuer().code(), bill.issuer().name()));
    }

    static String line(Bill bill) {
        return Jcs.text(CanonicalForm.bill(bill));
    }

    static byte[] file(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Sends a file, but not its last bytes, and holds the line. */
    Socket half(byte[] file, int left) throws IOException {
        Browser browser = new Browser(site.gateway().address());
        browser.cookies().put("session", site.signIn(who));
        String page = browser.get("/hospital").body();
        String key = page.replaceFirst("(?s).*name=\"key\" value=\"([^\"]*)\".*", "$1");
        return browser.half("/hospital", Map.of("key", key), "bills.ndjson", file, left);
    }
}
