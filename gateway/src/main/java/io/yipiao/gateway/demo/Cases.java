package io.yipiao.gateway.demo;

import io.yipiao.gateway.claim.Asked;
import io.yipiao.gateway.claim.ClaimDesk;
import io.yipiao.gateway.claim.ClaimNumber;
import io.yipiao.gateway.claim.ClaimState;
import io.yipiao.gateway.claim.ClaimView;
import io.yipiao.gateway.claim.Claimant;
import io.yipiao.gateway.claim.Clerk;
import io.yipiao.gateway.claim.Decided;
import io.yipiao.gateway.claim.Ruling;
import io.yipiao.gateway.claim.ShareCalls;
import io.yipiao.gateway.claim.Submission;
import io.yipiao.gateway.intake.StoredBill;
import io.yipiao.gateway.ledger.Proposals;
import io.yipiao.gateway.ledger.RaceLost;
import io.yipiao.gateway.ledger.Refused;
import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.gateway.start.Gateway;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.canonical.Sm3;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Claims the demonstration's bills and decides on them, as people and clerks would. */
final class Cases {
    private static final int ALL = 1_000;

    /** How many working days a clerk takes. */
    private static final int DECIDED_AFTER = 2;

    private final Gateway gateway;
    private final Townspeople people;
    private final EarlierDays earlier;
    private final Clerk clerk;

    Cases(Gateway gateway, Townspeople people) {
        this.gateway = gateway;
        this.people = people;
        this.earlier = new EarlierDays(gateway);
        this.clerk = new Clerk(people.person("周试用"), "周试用");
    }

    /** Does with a bill what is planned, unless somebody claimed it before. */
    void follow(PlannedBill plan, StoredBill bill) {
        PersonId claimant = people.claimant(plan.bill().patient().name());
        if (!plan.fate().isClaimed() || isClaimed(claimant, plan)) {
            return;
        }
        ClaimDesk then = earlier.desk(plan.ago(), plan.serial());
        ClaimDesk later = earlier.desk(Math.max(0, plan.ago() - DECIDED_AFTER), plan.serial());
        ClaimNumber number = claim(then, claimant, bill, "1");
        switch (plan.fate()) {
            case ESCALATED -> rule(later, number, Ruling.escalate("用药和检查的关系，请主管再看一下。"));
            case ASKED -> rule(later, number, Ruling.ask("请补交出院小结，拍清楚的照片就可以。"));
            case REFUSED -> rule(later, number, Ruling.refuse("住院原因是交通事故，应由责任方承担。"));
            case PART -> rule(later, number, Ruling.part(Set.of(PartialRefund.SCAN), "没有检查报告单。"));
            case APPROVED -> rule(later, number, Ruling.approve());
            case FULL -> {
                rule(later, number, Ruling.approve());
                takeTheRest(bill, await(number, ClaimState.PROVED));
            }
            case WITHDRAWN -> {
                await(number, ClaimState.FIRST_REVIEW);
                later.service().withdraw(claimant, number);
            }
            case DUPLICATE -> claim(later, claimant, bill, "2");
            case RECOVERING -> await(number, ClaimState.PROVED);
            case PART_REFUNDED -> {
                rule(later, number, Ruling.approve());
                await(number, ClaimState.PROVED);
            }
            default -> {}
        }
    }

    /** Also if the claim has moved over to a bill that came later. */
    private boolean isClaimed(PersonId claimant, PlannedBill plan) {
        Set<BillId> ids =
                Stream.concat(Stream.of(plan.bill()), plan.later().stream())
                        .map(Bill::id)
                        .collect(Collectors.toSet());
        return gateway
                .claims()
                .claims()
                .list(Optional.of(claimant), Optional.empty(), Optional.empty(), ALL)
                .stream()
                .anyMatch(claim -> ids.contains(claim.identity()));
    }

    private static ClaimNumber claim(
            ClaimDesk desk, PersonId claimant, StoredBill bill, String time) {
        Submission answer =
                desk.service()
                        .submit(
                                new Claimant("person/" + claimant.hex(), claimant),
                                Asked.of(bill.id()),
                                "demonstration-" + bill.id() + "-" + time);
        return switch (answer) {
            case Submission.Taken(ClaimView claim) -> claim.number();
            case Submission.NotTaken(var cause) ->
                    throw new StoryException(bill.bill().id() + " was not taken: " + cause);
        };
    }

    private void rule(ClaimDesk desk, ClaimNumber number, Ruling ruling) {
        await(number, ClaimState.FIRST_REVIEW);
        Decided decided = desk.decisions().decide(clerk, number, ruling, Optional.empty());
        if (!(decided instanceof Decided.Done)) {
            throw new StoryException("claim " + number + " was not decided: " + decided);
        }
    }

    private ClaimView await(ClaimNumber number, ClaimState wanted) {
        Patience.until(
                "claim " + number + " to be " + wanted, () -> view(number).state() == wanted);
        return view(number);
    }

    private ClaimView view(ClaimNumber number) {
        return gateway.claims().claims().one(number, Optional.empty()).orElseThrow();
    }

    /** The citizen's commercial insurance stamps what the basic one left. */
    private void takeTheRest(StoredBill bill, ClaimView claim) {
        Fen rest = claim.claimable().minus(claim.fund().orElseThrow());
        String number = "SY" + bill.bill().id().number();
        try {
            new Proposals(gateway.ledger())
                    .settle(
                            new ShareCalls("commercial", number, 1)
                                    .holdAndStamp(
                                            bill.place(),
                                            rest,
                                            Sm3.of(number.getBytes(StandardCharsets.UTF_8))),
                            endorsed -> {});
        } catch (Refused | RaceLost e) {
            throw new StoryException("the rest of " + bill.bill().id() + " was not stamped", e);
        }
    }
}
