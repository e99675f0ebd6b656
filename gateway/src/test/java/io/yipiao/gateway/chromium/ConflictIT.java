package io.yipiao.gateway.chromium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.claim.ClaimState;
import io.yipiao.gateway.start.RunningGateway;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.FeeLine;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.Payments;
import io.yipiao.verifier.verdict.Language;
import io.yipiao.verifier.verdict.VerdictKind;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A hospital sends another content under a number that is being claimed. */
class ConflictIT {
    private static final DemoSite SITE = DemoSite.shared();

    @Test
    void a_second_content_ends_the_claim_and_the_clerk_sees_both_by_field() {
        WaitingCase waiting = WaitingCase.of(SITE);
        Paper other = SITE.papers().anchored(renamed(waiting.paper().bill()));
        RunningGateway.await(() -> waiting.state() == ClaimState.REFUSED);

        Someone clerk = SITE.someone(Set.of(Role.CLERK));
        for (Visitor visitor :
                List.of(
                        Visitor.on(Screen.DESK),
                        Visitor.on(Screen.PHONE).reading(Language.ENGLISH),
                        Visitor.on(Screen.PHONE).withoutScripts())) {
            try (Tab tab = visitor.as(clerk).open()) {
                tab.at("/desk/bills/" + waiting.paper().id()).screenshot("conflict-desk");
                assertEquals(VerdictKind.CONFLICT.sentence().in(visitor.language()), tab.heading());
                String text = tab.text();
                assertTrue(text.contains(visitor.say("desk.conflict.kept")), text);
                assertTrue(text.contains("另一项目"), text);
                assertTrue(text.contains("¥1,000.00"), text);
                tab.axe();
                assertTrue(tab.fits());
                tab.press(visitor.say("desk.conflict.see"));
                tab.page().waitForURL("**/desk/bills/" + other.id());
            }
        }
        Visitor citizen = Visitor.on(Screen.PHONE).as(waiting.owner());
        try (Tab tab = citizen.open()) {
            tab.at("/claims/" + waiting.number()).screenshot("conflict-claim");
            assertTrue(tab.text().contains("先不办理"), tab.text());
            tab.axe().at(other.path()).screenshot("conflict-scan");
            assertEquals(VerdictKind.CONFLICT.sentence().in(citizen.language()), tab.heading());
        }
    }

    /** The same amounts, paid otherwise, and the first item under another name. */
    private static Bill renamed(Bill bill) {
        List<FeeLine> lines = new ArrayList<>(bill.lines());
        FeeLine first = lines.getFirst();
        lines.set(
                0,
                new FeeLine(
                        first.sequence(),
                        first.category(),
                        first.catalogueCode(),
                        first.hospitalCode(),
                        "另一项目",
                        first.specification(),
                        first.quantity(),
                        first.unitPrice(),
                        first.amount(),
                        first.catalogueClass(),
                        first.at(),
                        first.daysOfSupply()));
        Fen fund = new Fen(100_000);
        return new Bill(
                bill.id(),
                bill.checkCode(),
                bill.issuer(),
                bill.issuedAt(),
                bill.patient(),
                bill.encounter(),
                new Payments(fund, Fen.ZERO, Fen.ZERO, bill.total().minus(fund)),
                bill.relation(),
                lines);
    }
}
