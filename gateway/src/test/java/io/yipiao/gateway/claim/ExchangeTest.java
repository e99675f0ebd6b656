package io.yipiao.gateway.claim;

import static io.yipiao.gateway.claim.ClaimWorld.ZHANG;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Bills;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.UUID;

/** A bill and the paper that it was exchanged to are one bill to whoever claims. */
class ExchangeTest extends ClaimTest {
    private Bill bill;
    private UUID electronic;
    private UUID paper;

    @BeforeEach
    void isOnPaper() {
        world.account(ZHANG, "张示范");
        bill = world.ours(Bills.numbered(number()));
        electronic = world.anchored(bill);
        paper = world.anchored(Bills.paper(bill, number()));
    }

    @Test
    void a_claim_on_the_paper_keeps_one_on_the_bill_out() {
        world.exchange(paper);
        ClaimView first = world.taken(ZHANG, paper);
        assertEquals(ClaimState.FIRST_REVIEW, first.state());
        isDuplicateOf(first, world.taken(ZHANG, electronic));
    }

    @Test
    void a_claim_on_the_bill_keeps_one_on_the_paper_out() {
        world.exchange(paper);
        ClaimView first = world.taken(ZHANG, electronic);
        assertEquals(ClaimState.FIRST_REVIEW, first.state());
        isDuplicateOf(first, world.taken(ZHANG, paper));
    }

    @Test
    void it_makes_no_difference_when_the_exchange_reaches_the_ledger() {
        ClaimView first = world.taken(ZHANG, paper);
        world.exchange(paper);
        isDuplicateOf(first, world.taken(ZHANG, electronic));
        UUID second =
                world.anchored(Bills.paper(world.bills.byId(paper).orElseThrow().bill(), number()));
        isDuplicateOf(first, world.taken(ZHANG, second));
    }

    @Test
    void a_paper_whose_bill_is_not_here_says_which_to_claim() {
        Bill elsewhere = world.ours(Bills.numbered(number()));
        UUID alone = world.anchored(Bills.paper(elsewhere, number()));
        world.exchange(alone);
        ClaimView refused = world.taken(ZHANG, alone);
        assertEquals(ClaimState.REFUSED, refused.state());
        assertEquals(Optional.of(Reason.EXCHANGED), refused.reason());
    }

    @Test
    void the_same_request_for_the_paper_is_the_same_claim() {
        String key = UUID.randomUUID().toString();
        Claimant claimant = world.claimant(ZHANG);
        Submission once = world.desk.service().submit(claimant, paper, key);
        Submission again = world.desk.service().submit(claimant, paper, key);
        assertEquals(
                ((Submission.Taken) once).claim().number(),
                ((Submission.Taken) again).claim().number());
    }

    private static void isDuplicateOf(ClaimView first, ClaimView second) {
        assertEquals(ClaimState.DUPLICATE, second.state());
        assertEquals(Optional.of(first.number()), second.other());
    }
}
