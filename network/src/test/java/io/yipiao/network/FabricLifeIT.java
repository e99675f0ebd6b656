package io.yipiao.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.access.Owner;
import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.demo.Api;
import io.yipiao.gateway.demo.Demonstration;
import io.yipiao.gateway.demo.PartialRefund;
import io.yipiao.gateway.web.Browser;
import io.yipiao.network.LedgerFacts.Share;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.reader.Json;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What becomes of bills on the real network, over HTTP through two gateways: a refund in part after
 * the stamp, one number with two contents, an exchange to paper. What the gateways tell is held
 * against the ledger, which is asked itself.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class FabricLifeIT {
    private static final String PASSWORD = "eleven-plain-words";

    private GatewayPair pair;
    private LedgerFacts facts;
    private Counter here;
    private Counter there;

    @BeforeAll
    void open() throws Exception {
        pair = new GatewayPair(TestNetwork.shared());
        facts = new LedgerFacts(pair.gateway().ledger());
        here = new Counter(pair.doors().getFirst());
        there = new Counter(pair.doors().getLast());
    }

    @AfterAll
    void close() {
        pair.close();
    }

    /** The worked example, 6, to the fen. */
    @Test
    void after_a_refund_in_part_the_claim_moves_and_the_difference_is_wanted_back_until_closed()
            throws Exception {
        Bill stay = pair.hospital().stay();
        String number = here.claimed(pair.hospital().anchored(here.doors(), stay), "FIRST_REVIEW");
        assertEquals(List.of(share(number, 183_070, "HELD")), facts.shares(stay.id()));
        there.decide(
                        Role.CLERK,
                        number,
                        Json.object()
                                .put("decision", "PART")
                                .put("reason", "二级护理一日两次；糖化血红蛋白十五天内两次")
                                .put("lines", List.of(new Json.Whole(9), new Json.Whole(11))))
                .expect(200);
        there.await(number, "PROVED");
        assertEquals(List.of(share(number, 176_362, "STAMPED")), facts.shares(stay.id()));

        PartialRefund refund = pair.hospital().refund(stay, PartialRefund.SCAN);
        String again = pair.hospital().uploaded(there.doors(), refund.bills()).getLast();
        Await.until("the move", () -> here.now(number).text("bill").equals(again));
        here.await(number, "RECOVERING");
        assertEquals(List.of(share(number, 158_474, "STAMPED")), facts.shares(refund.again().id()));
        assertEquals(
                List.of(share(number, 158_474, "OFFSET"), share(number, 17_888, "RECOVERING")),
                sorted(facts.shares(stay.id())));
        isNoDuplicate(number);
        Api.Reply second = there.claim(again).expect(409);
        assertEquals(number, second.json().text("claim"));

        WantedBack back = new WantedBack(here, there, number);
        back.repay(10_000);
        back.giveUp(4_000, TestNetwork.shared().finance());
        back.setOff();
        here.claimed(pair.hospital().anchored(here.doors(), pair.hospital().visit()), "PROVED");
        here.await(number, "WRITTEN_OFF");
        assertEquals(List.of(158_474L, 10_000L, 4_000L, 3_888L, 0L), back.sums());
        assertEquals(
                List.of(
                        share(number, 158_474 + 3_888, "OFFSET"),
                        share(number, 10_000, "REPAID"),
                        share(number, 4_000, "WRITTEN_OFF")),
                sorted(facts.shares(stay.id())));
        new Agreement(pair.gateway(), facts).assertOn(stay, refund.again());
    }

    /** Red bill and new bill were looked at, and nobody takes them for the same care twice. */
    private void isNoDuplicate(String number) throws Exception {
        String unseen = "SELECT count(*) FROM batch WHERE screened_at IS NULL";
        Await.until(
                "the screening",
                () ->
                        pair.gateway()
                                        .database()
                                        .with(h -> h.createQuery(unseen).mapTo(Long.class).one())
                                == 0);
        assertEquals(List.of(), here.alarms("NEAR_DUPLICATE"));
        assertTrue(here.alarms("DUPLICATE_TRIES").stream().noneMatch(one -> one.contains(number)));
        assertEquals(
                1,
                here.alarms("RED_AFTER_STAMP").stream()
                        .filter(one -> one.contains(number))
                        .count());
    }

    @Test
    void one_number_with_two_contents_is_a_conflict_on_the_ledger_and_neither_is_claimed()
            throws Exception {
        Bill one = pair.hospital().visit();
        Bill other = TestHospital.halfSettled(one);
        List<String> contents =
                List.of(
                        pair.hospital().anchored(here.doors(), one),
                        pair.hospital().anchored(there.doors(), other));
        Await.until(
                "the ledger's word",
                () ->
                        facts.standing(one.id())
                                .filter(bill -> bill.state().equals("CONFLICT"))
                                .isPresent());

        for (Counter gateway : List.of(here, there)) {
            for (String content : contents) {
                String number = gateway.claimed(content, "REFUSED");
                assertEquals("CONFLICT", gateway.now(number).text("reason"));
                assertEquals("CONFLICT", gateway.verdict(gateway.code(content)));
            }
        }
        assertEquals(List.of(), facts.shares(one.id()));
        assertTrue(
                here.alarms("CONFLICT").stream()
                        .anyMatch(alarm -> alarm.contains(contents.getLast())));
        String page = clerk(there).get("/desk/bills/" + contents.getFirst()).body();
        for (String words :
                List.of(
                        "同一号码有两份内容，先不办理",
                        "支付合计 · 统筹基金支付",
                        "不一样：¥" + other.payments().fund(),
                        "/desk/bills/" + contents.getLast())) {
            assertTrue(page.contains(words), () -> words + " in " + page);
        }
        new Agreement(pair.gateway(), facts).assertOn(one);
    }

    /** A clerk's browser, signed in at a gateway. */
    private Browser clerk(Counter gateway) throws Exception {
        String login = "clerk-" + UUID.randomUUID();
        Owner owner =
                new Demonstration(pair.gateway(), TestNetwork.shared().finance())
                        .person("陈举例", "990000197611110067");
        pair.gateway().accounts().create(login, PASSWORD, Set.of(Role.CLERK), owner);
        Browser browser = new Browser(gateway.doors().address());
        browser.get("/sign-in");
        browser.post("/sign-in", Map.of("login", login, "password", PASSWORD));
        return browser;
    }

    @Test
    void a_bill_from_elsewhere_is_claimed_once_and_stays_so_when_its_issuer_makes_it_its_own()
            throws Exception {
        ForeignVisit visit = ForeignVisit.of(pair.hospital().visit());
        String number = here.file(visit.filing()).expect(201).json().text("number");
        assertEquals(number, there.file(visit.filing()).expect(409).json().text("claim"));
        assertTrue(there.waiting().contains(number));
        assertTrue(facts.standing(visit.id()).isEmpty(), "nothing is on the ledger before");

        assertEquals("ACCEPTED", there.record(number, visit.result()).text("state"));
        there.await(number, "FIRST_REVIEW");
        stands(visit, "CLAIMED", number, "HELD");
        Json.Writer approval = Json.object().put("decision", "APPROVE");
        there.decide(Role.CLERK, number, approval).expect(403);
        here.decide(Role.SUPERVISOR, number, approval).expect(200);
        here.await(number, "PROVED");
        stands(visit, "CLAIMED", number, "STAMPED");
        assertEquals(number, there.file(visit.filing()).expect(409).json().text("claim"));

        String issued = pair.hospital().anchored(here.doors(), visit.issued());
        Await.until("the issuer's own word", () -> standing(visit).provenance().equals("ISSUED"));
        stands(visit, "ISSUED", number, "STAMPED");
        isKeptOut(here, issued, number);
        isKeptOut(there, issued, number);
        there.file(visit.filing()).expect(422);
        new Agreement(pair.gateway(), facts).assertOn(visit.issued());
    }

    private LedgerFacts.Standing standing(ForeignVisit visit) throws Exception {
        return facts.standing(visit.id()).orElseThrow();
    }

    /** One share of it, whole as the claim's benefit. */
    private void stands(ForeignVisit visit, String provenance, String number, String state)
            throws Exception {
        long fen = here.now(number).whole("benefitFen");
        assertEquals(
                new LedgerFacts.Standing(
                        "OPEN", provenance, "", List.of(share(number, fen, state))),
                standing(visit));
    }

    @Test
    void a_claim_on_the_paper_is_a_claim_on_its_bill_whichever_gateway_is_asked() throws Exception {
        Bill bill = pair.hospital().visit();
        Bill paper = pair.hospital().paper(bill);
        String electronic = pair.hospital().anchored(here.doors(), bill);
        String printed = pair.hospital().anchored(there.doors(), paper);
        isAlias(paper, bill);

        String number = here.claimed(printed, "PROVED");
        isKeptOut(there, electronic, number);
        isKeptOut(there, printed, number);
        isOnce(bill, number);
        new Agreement(pair.gateway(), facts).assertOn(bill);
    }

    @Test
    void a_claim_on_a_bill_holds_for_the_paper_that_it_is_exchanged_for_later() throws Exception {
        Bill bill = pair.hospital().visit();
        String electronic = pair.hospital().anchored(there.doors(), bill);
        String number = there.claimed(electronic, "PROVED");
        Bill paper = pair.hospital().paper(bill);
        String printed = pair.hospital().anchored(here.doors(), paper);
        isAlias(paper, bill);

        isKeptOut(here, printed, number);
        isKeptOut(here, electronic, number);
        isOnce(bill, number);
        new Agreement(pair.gateway(), facts).assertOn(bill);
    }

    private void isAlias(Bill paper, Bill bill) throws Exception {
        String index = facts.index(bill.id());
        Await.until(
                "the exchange",
                () ->
                        facts.standing(paper.id())
                                .filter(standing -> standing.state().equals("ALIAS"))
                                .filter(standing -> standing.aliasOf().equals(index))
                                .isPresent());
    }

    private static void isKeptOut(Counter gateway, String bill, String first) throws Exception {
        assertEquals(first, gateway.claim(bill).expect(409).json().text("claim"));
    }

    private void isOnce(Bill bill, String number) throws Exception {
        List<Share> shares = facts.shares(bill.id());
        assertEquals(1, shares.size(), shares::toString);
        assertEquals(number, shares.getFirst().claim());
        assertEquals("STAMPED", shares.getFirst().state());
    }

    private static Share share(String claim, long fen, String state) {
        return new Share("basic", claim, fen, state);
    }

    /** By state, the larger first: the order in which a share was split says nothing. */
    private static List<Share> sorted(List<Share> shares) {
        List<Share> sorted = new ArrayList<>(shares);
        sorted.sort(
                Comparator.comparing(Share::state)
                        .thenComparing(Share::fen, Comparator.reverseOrder()));
        return sorted;
    }
}
