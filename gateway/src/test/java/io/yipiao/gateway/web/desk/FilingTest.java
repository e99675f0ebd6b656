package io.yipiao.gateway.web.desk;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.yipiao.gateway.claim.CheckedElsewhere;
import io.yipiao.gateway.claim.Checklist;
import io.yipiao.gateway.claim.ClaimNumber;
import io.yipiao.gateway.claim.ClaimView;
import io.yipiao.gateway.claim.ClaimWorld;
import io.yipiao.gateway.claim.Declared;
import io.yipiao.gateway.claim.ElsewhereFiling;
import io.yipiao.gateway.claim.FiledElsewhere;
import io.yipiao.gateway.claim.ForeignBill;
import io.yipiao.gateway.claim.Stays;
import io.yipiao.gateway.claim.Supplement;
import io.yipiao.gateway.inquiry.Reader;
import io.yipiao.gateway.intake.IndexSource;
import io.yipiao.gateway.projection.LedgerView;
import io.yipiao.gateway.projection.ProjectedBill;
import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.bill.Issuer;
import io.yipiao.verifier.bill.Payments;
import io.yipiao.verifier.verdict.Verdict;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Files bills from elsewhere, and has them checked. */
abstract class FilingTest extends DeskTest {
    static final Duration PATIENCE = Duration.ofSeconds(20);

    List<Supplement> questions(ElsewhereFiling filing) {
        return world.desk.supplements().of(filing.number(), Optional.empty());
    }

    CheckedElsewhere answer(ElsewhereFiling filing, String text) {
        PersonId zhang = world.person(ClaimWorld.ZHANG);
        return world.desk.questions().answer(zhang, filing.number(), text);
    }

    void accept(ElsewhereFiling filing) {
        try {
            assertInstanceOf(
                    CheckedElsewhere.Done.class,
                    world.desk
                            .elsewhere()
                            .record(
                                    world.clerk(),
                                    filing.number(),
                                    genuine(),
                                    entered(),
                                    PATIENCE));
        } catch (FieldException e) {
            throw new AssertionError(e);
        }
        catchUp();
    }

    static Checklist genuine() {
        return new Checklist(Checklist.Official.GENUINE, true, true, true, "页面显示一致");
    }

    static Optional<ForeignBill> entered() {
        return Optional.of(
                new ForeignBill(
                        "H99020100001",
                        "邻市第一医院",
                        "ZY-77",
                        List.of("I10"),
                        Fen.ZERO,
                        "05,DEMO-INF,示范检查,36,100.00,甲"));
    }

    static Optional<Checklist.Why> refusal(
            Checklist.Official official, boolean person, boolean unclaimed, boolean standing) {
        return new Checklist(official, person, unclaimed, standing, "x").refusal();
    }

    static Map<String, String> checked(String price) {
        return Map.ofEntries(
                Map.entry("official", "GENUINE"),
                Map.entry("person", "yes"),
                Map.entry("unclaimed", "yes"),
                Map.entry("standing", "yes"),
                Map.entry("seen", "页面显示一致"),
                Map.entry("institution", "H99020100001"),
                Map.entry("hospital", "邻市第一医院"),
                Map.entry("encounter", "ZY-77"),
                Map.entry("diagnoses", "I10"),
                Map.entry("fund", "0.00"),
                Map.entry("fees", "05,DEMO-INF,示范检查,36," + price + ",甲"));
    }

    /** A stay in a city nearby, under a number of its own. */
    static Declared declared() {
        return Stays.elsewhere(number());
    }

    FiledElsewhere file(Declared declared, String key) {
        return world.desk
                .elsewhere()
                .file(
                        world.claimant(ClaimWorld.ZHANG),
                        world.person(ClaimWorld.ZHANG),
                        declared,
                        Optional.empty(),
                        key);
    }

    ElsewhereFiling filed(Declared declared) {
        return taken(file(declared, UUID.randomUUID().toString()));
    }

    static ElsewhereFiling taken(FiledElsewhere filed) {
        return assertInstanceOf(FiledElsewhere.Taken.class, filed).filing();
    }

    static void assertNotSame(ElsewhereFiling one, ElsewhereFiling other) {
        assertFalse(one.number().equals(other.number()));
    }

    ElsewhereFiling now(ElsewhereFiling filing) {
        return world.desk.elsewhere().one(filing.number(), Optional.empty()).orElseThrow();
    }

    ClaimView claim(ElsewhereFiling filing) {
        ClaimNumber number = filing.number();
        return world.desk.claims().one(number, Optional.empty()).orElseThrow();
    }

    /** The bill as the hospital itself uploads it once it is enrolled here. */
    Bill issued(ElsewhereFiling filing, long fund) {
        Bill claimed = world.bills.byId(claim(filing).bill()).orElseThrow().bill();
        Fen paid = new Fen(fund);
        return new Bill(
                claimed.id(),
                claimed.checkCode(),
                new Issuer(
                        world.channel().issuer().number(),
                        claimed.issuer().code(),
                        claimed.issuer().name()),
                claimed.issuedAt(),
                claimed.patient(),
                claimed.encounter(),
                new Payments(paid, Fen.ZERO, Fen.ZERO, claimed.total().minus(paid)),
                Optional.empty(),
                claimed.lines());
    }

    Verdict scanned(Declared declared) {
        var id = declared.face().id();
        String link =
                "https://www.chinaebill.cn/d?t=501&a=APP&d=%s_%s_abc123_20260913&s=0123456789"
                        .formatted(id.code(), id.number());
        return inquiry.ofText(link, new Reader.Stranger()).verdict();
    }

    Optional<ProjectedBill> onLedger(Declared declared) {
        var index =
                new IndexSource(ledger())
                        .indexes(List.of(declared.face().id()))
                        .orElseThrow()
                        .getFirst()
                        .orElseThrow();
        return new LedgerView(world.database).bill(index);
    }
}
