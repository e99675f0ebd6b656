package io.yipiao.gateway.chromium;

import com.microsoft.playwright.options.FilePayload;

import io.yipiao.gateway.inquiry.ForgedCode;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.verdict.VerdictKind;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A bill of the demonstration for each of the fifteen verdicts, and its patient. */
final class Verdicts {
    /** A VAT invoice's code, which Yipiao has no key for. */
    static final String VAT =
            "01,04,031001900104,12345678,474.65,20260921,12345678901234567890,A1B2,";

    /** Those whose bill is stored here, so that some may see more of it. */
    private static final Set<VerdictKind> STORED =
            EnumSet.of(
                    VerdictKind.OPEN,
                    VerdictKind.HELD,
                    VerdictKind.PARTLY,
                    VerdictKind.FULL,
                    VerdictKind.REVERSED,
                    VerdictKind.CONFLICT,
                    VerdictKind.PART_REVERSED,
                    VerdictKind.EXCHANGED);

    private static final Verdicts SHARED = new Verdicts(DemoSite.shared());

    private final DemoSite site;
    private final Someone citizen;
    private final Map<VerdictKind, String> paths = new EnumMap<>(VerdictKind.class);
    private final Map<VerdictKind, Someone> patients = new EnumMap<>(VerdictKind.class);

    private Verdicts(DemoSite site) {
        this.site = site;
        this.citizen = site.citizen();
        Papers papers = site.papers();
        Paper open = papers.anchored(papers.stay(citizen));
        paths.put(VerdictKind.OPEN, open.path());
        paths.put(VerdictKind.UNREAD, open.path().replaceFirst(".$", ""));
        paths.put(VerdictKind.ALTERED, ForgedCode.dearer(open.code()));
        paths.put(VerdictKind.UNKNOWN, ForgedCode.ofNoKey(open.code()));
        paths.put(VerdictKind.UNREGISTERED, papers.printedOnly(papers.visit(citizen)));
        paths.put(VerdictKind.NO_LEDGER, papers.printedLongAgo(papers.visit(citizen)));
        paths.put(VerdictKind.REVOKED, papers.printedBeforeRevocation(papers.visit(citizen)));
        put(VerdictKind.HELD, BillId.Kind.FISCAL, "0000000005");
        put(VerdictKind.PARTLY, BillId.Kind.FISCAL, "0000000010");
        put(VerdictKind.FULL, BillId.Kind.FISCAL, "0000100001");
        put(VerdictKind.REVERSED, BillId.Kind.FISCAL, "0000000014");
        put(VerdictKind.CONFLICT, BillId.Kind.FISCAL, "0000000016");
        put(VerdictKind.PART_REVERSED, BillId.Kind.FISCAL, "0000060017");
        put(VerdictKind.EXCHANGED, BillId.Kind.PAPER, "0000160006");
    }

    static Verdicts shared() {
        return SHARED;
    }

    private void put(VerdictKind kind, BillId.Kind bill, String number) {
        paths.put(kind, site.path(bill, number));
        patients.put(kind, site.patient(bill, number));
    }

    /** Whether its bill is stored here. */
    boolean stored(VerdictKind kind) {
        return STORED.contains(kind);
    }

    /** The path of its code; there is none of a code from elsewhere. */
    String path(VerdictKind kind) {
        return Objects.requireNonNull(paths.get(kind), kind.name());
    }

    /** Whose bill it is. */
    Someone patient(VerdictKind kind) {
        return patients.getOrDefault(kind, citizen);
    }

    /** Opens it: its path, or for a code from elsewhere the photograph of it. */
    void open(Tab tab, Visitor visitor, VerdictKind kind) {
        if (kind != VerdictKind.ELSEWHERE) {
            tab.at(path(kind));
            return;
        }
        tab.at("/scan");
        tab.page()
                .locator("#picture")
                .setInputFiles(new FilePayload("vat.png", "image/png", Pictures.code(VAT)));
        tab.press(visitor.say("scan.read"));
        tab.page().locator("h1#verdict").waitFor();
    }
}
