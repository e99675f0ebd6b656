package io.yipiao.gateway.demo;

import static io.yipiao.gateway.demo.Reading.claim;
import static io.yipiao.gateway.demo.Reading.require;
import static io.yipiao.gateway.demo.Reading.text;
import static io.yipiao.gateway.demo.Reading.whole;

import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.reader.Json;

import java.util.UUID;

/** What becomes of the stay: a clerk decides its claim, and afterwards a line is refunded. */
final class StayStory {
    private final Hospital hospital;
    private final Bill stay;
    private final PartialRefund refund;
    private String number = "";
    private String again = "";
    private Fen stamped = Fen.ZERO;
    private Fen owed = Fen.ZERO;

    /**
     * @param free the first of two numbers that nobody has
     */
    StayStory(Hospital hospital, Bill stay, long free) {
        this.hospital = hospital;
        this.stay = stay;
        this.refund = PartialRefund.of(stay, PartialRefund.SCAN, free, free + 1);
    }

    String claimed(Demonstration people, String bill) {
        Api citizen = people.asCitizen();
        number = text(submit(citizen, bill).expect(201).json(), "number");
        Patience.until(
                "the hold", () -> text(claim(citizen, number), "state").equals("FIRST_REVIEW"));
        return "claim " + number + " waits for a clerk";
    }

    String decided(Demonstration people) {
        Api clerk = people.asClerk();
        clerk.post(
                        "/api/v1/claims/" + number + "/decisions",
                        Json.object().put("decision", "APPROVE").end())
                .expect(200);
        Patience.until("the stamp", () -> text(claim(clerk, number), "state").equals("PROVED"));
        stamped = new Fen(whole(claim(clerk, number), "benefitFen"));
        require(!stamped.isZero(), "a benefit");
        return "¥" + stamped + " of ¥" + stay.total();
    }

    /** The claim moves over to the new bill; what that does not bear is wanted back. */
    String refunded(Demonstration people) {
        Api.Reply reply =
                people.asHospital(hospital.issuer())
                        .post(
                                "/api/v1/uploads",
                                "application/x-ndjson",
                                hospital.upload(refund.bills()),
                                UUID.randomUUID().toString())
                        .expect(200);
        for (String line : reply.text().lines().toList()) {
            Json.Members outcome = Reading.object(line);
            if (outcome.has("bill")) {
                again = text(outcome, "bill");
            }
        }
        Api clerk = people.asClerk();
        Patience.until("the claim to move", () -> hasMoved(clerk));
        Json.Members recovery = recovery(clerk).json();
        Fen moved = new Fen(whole(recovery, "nettedFen"));
        owed = new Fen(whole(recovery, "openFen"));
        require(stamped.equals(moved.plus(owed)), stamped + " in two parts: " + recovery);
        return "¥%s moved to the new bill of ¥%s, ¥%s wanted back"
                .formatted(moved, refund.again().total(), owed);
    }

    private boolean hasMoved(Api clerk) {
        Json.Members claim = claim(clerk, number);
        return text(claim, "state").equals("RECOVERING") && text(claim, "bill").equals(again);
    }

    private Api.Reply recovery(Api clerk) {
        return clerk.get("/api/v1/claims/" + number + "/recovery").expect(200);
    }

    String stillStands(Demonstration people) {
        Api clerk = people.asClerk();
        require(hasMoved(clerk), "still on the new bill: " + claim(clerk, number));
        require(
                whole(recovery(clerk).json(), "openFen") == owed.value(),
                "still wanted back: " + recovery(clerk));
        Api.Reply second = submit(people.asCitizen(), again);
        require(second.status() == 409, "still refused: " + second);
        return "claim " + number + " is still stamped, a second one still refused";
    }

    private static Api.Reply submit(Api citizen, String bill) {
        return citizen.post(
                "/api/v1/claims",
                Json.object().put("billId", bill).end(),
                UUID.randomUUID().toString());
    }
}
