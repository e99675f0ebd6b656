package io.yipiao.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.yipiao.gateway.access.Owner;
import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.demo.Api;
import io.yipiao.gateway.demo.DemonstrationBills;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.Optional;

/** What is wanted back, over HTTP: repaid, set off, written off by two. */
@Timeout(180)
class RecoveryOperationsTest extends StampedClaim {
    @Test
    void what_came_back_in_parts_closes_it_and_a_repeat_closes_nothing_more()
            throws FieldException {
        wantBack(3_000);
        Json.Members first = settle(CLERK, "REPAID", 1_000, "1").expect(200).json();
        assertEquals(1_000, first.whole("repaidFen"));
        assertEquals(2_000, first.whole("openFen"));
        Json.Members part = first.items("parts").objects("parts").getFirst();
        assertEquals("REPAID", part.text("kind"));
        assertEquals(1_000, part.whole("fen"));
        assertEquals("CLOSED", part.text("state"));
        assertEquals("周试用", part.text("by"));
        assertEquals("收据 0001", part.text("note"));
        assertEquals(first, settle(CLERK, "REPAID", 1_000, "1").expect(200).json());

        Json.Members refused =
                Problems.refused(settle(CLERK, "REPAID", 2_001, "2"), 409, "too-much");
        assertEquals("At most 20.00 yuan can be settled.", refused.text("detail"));
        Json.Members end = settle(SUPERVISOR, "REPAID", 2_000, "3").expect(200).json();
        assertEquals("RECOVERED", end.text("state"));
        assertEquals(0, end.whole("openFen"));
        assertFalse(listed().contains(claim));
        Problems.refused(settle(CLERK, "REPAID", 1, "4"), 409, "not-owed");
    }

    @Test
    void the_claimant_sees_it_without_who_recorded_it_and_nobody_else_does() throws FieldException {
        wantBack(3_000);
        settle(CLERK, "REPAID", 1_000, "1").expect(200);
        Json.Members his = CITIZEN.get(path("recovery")).expect(200).json();
        assertEquals(2_000, his.whole("openFen"));
        Json.Members part = his.items("parts").objects("parts").getFirst();
        assertFalse(part.has("by") || part.has("note"), part.toString());
        Owner another = WORLD.people().person("李样本", "990000198801230136");
        Api other =
                new Api(
                        WORLD.gateway().address(),
                        Optional.of(WORLD.people().token(Role.CITIZEN, another)));
        Problems.notFound(other.get(path("recovery")));
        Problems.notFound(CITIZEN.get("/api/v1/claims/2222-2222-2222-2222/recovery"));
    }

    @Test
    void what_a_settlement_lacks_is_named_by_its_field() {
        wantBack(3_000);
        Problems.faulty(settle(CLERK, "OFFSET", 100, "a"), "fen");
        Problems.faulty(
                CLERK.post(path("recovery"), settlement("REPAID", Optional.empty()), "b"), "fen");
        Problems.faulty(settle(CLERK, "REPAID", 0, "c"), "fen");
        Problems.faulty(settle(CLERK, "GIVEN", 100, "d"), "kind");
        Json.Members blank = with(settlement("REPAID", Optional.of(100L)), "note", " ");
        Problems.faulty(CLERK.post(path("recovery"), blank, "e"), "note");
        Problems.faulty(
                CLERK.post(path("recovery"), settlement("REPAID", Optional.of(100L))),
                "Idempotency-Key");
        Problems.refused(settle(HIMSELF, "REPAID", 100, "f"), 403, "own-claim");
        Problems.notFound(
                CLERK.post(
                        "/api/v1/claims/2222-2222-2222-2222/recovery",
                        settlement("REPAID", Optional.of(100L)),
                        "g"));
        assertEquals(3_000, Uploaded.whole(recovery(CLERK), "openFen"));
    }

    @Test
    void a_write_off_takes_a_supervisor_and_a_second_organisation() throws FieldException {
        wantBack(3_000);
        Problems.refused(settle(CLERK, "WRITTEN_OFF", 3_000, "1"), 403, "for-supervisor");
        Json.Members asked = settle(CHIEF, "WRITTEN_OFF", 3_000, "2").expect(200).json();
        assertEquals(3_000, asked.whole("openFen"), "nothing is given up before it is confirmed");
        Json.Members part = asked.items("parts").objects("parts").getFirst();
        assertEquals("PENDING", part.text("state"));
        assertEquals(asked, settle(CHIEF, "WRITTEN_OFF", 3_000, "2").expect(200).json());
        Problems.refused(settle(SUPERVISOR, "WRITTEN_OFF", 1, "3"), 409, "already-asked");

        WORLD.confirm(part.text("digest"));
        await("WRITTEN_OFF");
        Json.Members end = recovery(CLERK);
        assertEquals(3_000, end.whole("writtenOffFen"));
        assertEquals(0, end.whole("openFen"));
        assertEquals("CLOSED", end.items("parts").objects("parts").getFirst().text("state"));
    }

    /** Other tests' claims of the same patient wait to be paid; the oldest pays it off. */
    @Test
    void it_is_set_off_against_a_payment_to_the_same_patient_which_it_names()
            throws FieldException {
        String owed = claim;
        claim = claimed(DemonstrationBills.stay());
        decide(CLERK, Json.object().put("decision", "APPROVE").end());
        claim = owed;
        wantBack(500);
        Json.Members order = settlement("OFFSET", Optional.empty());
        CLERK.post(path("recovery"), order, "1").expect(200);
        CLERK.post(path("recovery"), order, "1").expect(200);
        await("RECOVERED");
        Json.Members end = recovery(CLERK);
        assertEquals(500, end.whole("offsetFen"));
        assertEquals(0, end.whole("openFen"));
        assertEquals(1, end.items("parts").objects("parts").size());
        Json.Members part = end.items("parts").objects("parts").getFirst();
        assertEquals("OFFSET", part.text("kind"));
        assertEquals(500, part.whole("fen"));
        String paid = part.text("against");
        assertFalse(paid.equals(owed));
        assertEquals("PROVED", state(paid));
        assertEquals(200, CITIZEN.get("/api/v1/claims/" + paid).status(), "it is his own");
    }
}
