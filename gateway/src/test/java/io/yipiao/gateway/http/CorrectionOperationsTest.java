package io.yipiao.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.demo.Api;
import io.yipiao.gateway.demo.DemonstrationBills;
import io.yipiao.gateway.start.RunningGateway;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;

/** Stamps that supervisors take back or raise, over HTTP. */
@Timeout(180)
class CorrectionOperationsTest extends StampedClaim {
    @Test
    void a_stamp_is_revoked_by_a_supervisor_and_is_wanted_back_then() throws FieldException {
        Json.Members answer = revoke(SUPERVISOR, 3_000, "one").expect(200).json();
        assertEquals(claim, answer.text("number"));
        await("RECOVERING");
        assertEquals(
                "RECOVERING", revoke(SUPERVISOR, 3_000, "one").expect(200).json().text("state"));
        assertEquals(3_000, recovery(CLERK).whole("owedFen"), "sent again it is revoked once");

        Json.Members wanted = recovery(CLERK);
        assertEquals(claim, wanted.text("claim"));
        assertEquals("RECOVERING", wanted.text("state"));
        assertEquals(stamped - 3_000, wanted.whole("stampedFen"));
        assertEquals(3_000, wanted.whole("openFen"));
        assertEquals(0, wanted.whole("repaidFen"));
        assertFalse(wanted.flag("fromNextPayment"));
        assertTrue(listed().contains(claim));
    }

    @Test
    void who_may_not_revoke_or_not_so_much_is_told_why() {
        Problems.refused(revoke(HIMSELF, 100, "a"), 403, "own-claim");
        Problems.refused(revoke(SUPERVISOR, stamped + 1, "b"), 409, "wrong-amount");
        Problems.faulty(revoke(SUPERVISOR, 0, "c"), "fen");
        Problems.faulty(
                SUPERVISOR.post(path("revocations"), Json.object().end(), "d"), "fen", "reason");
        Problems.faulty(SUPERVISOR.post(path("revocations"), revocation(100)), "Idempotency-Key");
        Problems.notFound(
                SUPERVISOR.post(
                        "/api/v1/claims/2222-2222-2222-2222/revocations", revocation(100), "e"));
        Problems.notFound(SUPERVISOR.get(path("recovery")));
        Api nobody = WORLD.people().as("主管", Role.SUPERVISOR);
        Problems.refused(revoke(nobody, 100, "n"), 403, "person-missing");
        claim = claimed(DemonstrationBills.stay());
        Problems.refused(revoke(SUPERVISOR, 100, "f"), 409, "not-stamped");
    }

    @Test
    void an_appeal_raises_the_stamp_to_what_the_sheet_gives_anew() throws FieldException {
        claim = claimed(DemonstrationBills.stay());
        decide(
                CLERK,
                Json.object()
                        .put("decision", "PART")
                        .put("lines", List.of(new Json.Whole(9), new Json.Whole(11)))
                        .put("reason", "规则")
                        .end());
        long before = stamped();
        Problems.refused(amend(SUPERVISOR, amendment(9, 11), "1"), 409, "wrong-amount");
        Json.Members seen = with(amendment(9), "seenFen", new Json.Whole(before));
        Problems.refused(amend(SUPERVISOR, seen, "2"), 409, "sheet-changed");
        Problems.refused(amend(HIMSELF, amendment(9), "3"), 403, "own-claim");
        Problems.faulty(
                amend(SUPERVISOR, with(amendment(9), "disallowed", "9"), "4"), "disallowed");
        assertEquals(before, stamped());

        amend(SUPERVISOR, amendment(9), "5").expect(200);
        amend(SUPERVISOR, amendment(9), "5").expect(200);
        RunningGateway.await(() -> stamped() > before);
        Problems.notFound(
                SUPERVISOR.post(
                        "/api/v1/claims/2222-2222-2222-2222/amendments", amendment(9), "6"));
    }
}
