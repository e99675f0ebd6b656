package io.yipiao.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.demo.Api;
import io.yipiao.gateway.start.RunningGateway;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.CanonicalForm;
import io.yipiao.verifier.reader.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;
import java.util.UUID;

/** Papers of bills over HTTP: put out by an upload, listed, collected, declared void. */
@Timeout(120)
class PaperOperationsTest {
    private static final RunningGateway WORLD = RunningGateway.shared();

    private final int hospital = WORLD.hospitalInCustody();
    private final Api api = WORLD.as(Role.HOSPITAL, hospital);
    private final Bill bill = Papers.visit(hospital);
    private final Bill paper = Papers.paper(bill);
    private final Uploaded uploaded = upload(bill, paper);

    @Test
    void a_paper_is_listed_with_its_bill_and_with_itself() throws FieldException {
        Json.Members listed = only(api.get(papers(0)).expect(200));
        assertEquals(uploaded.bill(1), listed.text("bill"));
        assertEquals(CanonicalForm.id(paper.id()), listed.object("identity"));
        assertEquals(BillId.Kind.PAPER, paper.id().kind());
        assertEquals("ISSUED", listed.text("state"));
        assertFalse(listed.has("movedAt"));
        assertEquals(listed, only(api.get(papers(1)).expect(200)));
        for (Role staff : List.of(Role.CLERK, Role.SUPERVISOR, Role.AUDITOR)) {
            assertEquals(listed, only(WORLD.as(staff, 1).get(papers(0)).expect(200)));
        }
        assertEquals(
                List.of(),
                list(
                        api.get(
                                "/api/v1/bills/"
                                        + upload(Papers.visit(hospital)).bill(0)
                                        + "/papers")));
    }

    @Test
    void what_came_back_stays_so_and_says_since_when() throws FieldException {
        Json.Members collected = move("COLLECTED").expect(200).json();
        assertEquals("COLLECTED", collected.text("state"));
        assertTrue(collected.has("movedAt"));
        assertEquals(collected, move("COLLECTED").expect(200).json(), "said again");
        Problems.refused(move("VOIDED"), 409, "paper-moved");
        assertEquals(collected, only(api.get(papers(0))));
    }

    @Test
    void a_paper_that_was_spoiled_is_void_and_another_follows_it() throws FieldException {
        assertEquals("VOIDED", move("VOIDED").expect(200).json().text("state"));
        Problems.refused(move("COLLECTED"), 409, "paper-moved");
        Uploaded second = upload(Papers.paper(bill));
        List<Json.Members> both = list(api.get(papers(0)));
        assertEquals(2, both.size());
        assertEquals("VOIDED", both.getFirst().text("state"));
        assertEquals(second.bill(0), both.getLast().text("bill"));
        assertEquals("ISSUED", both.getLast().text("state"));
    }

    @Test
    void a_paper_of_another_hospital_is_not_there() {
        Api other = WORLD.as(Role.HOSPITAL, WORLD.hospitalInCustody());
        Problems.notFound(other.get(papers(0)));
        Problems.notFound(other.put(path(), state("COLLECTED")));
        Problems.notFound(api.put("/api/v1/papers/" + UUID.randomUUID(), state("VOIDED")));
        Problems.notFound(api.put("/api/v1/papers/" + uploaded.bill(0), state("VOIDED")));
        assertEquals("ISSUED", Uploaded.text(only(api.get(papers(0))), "state"));
    }

    @Test
    void what_a_paper_cannot_become_is_refused_by_its_field() {
        Problems.faulty(move("ISSUED"), "state");
        Problems.faulty(move("LOST"), "state");
        Problems.faulty(api.put(path(), Json.object().end()), "state");
        Problems.faulty(api.put("/api/v1/papers/x", state("VOIDED")), "id", "id");
    }

    @Test
    void a_red_bill_waits_for_the_paper_and_a_paper_is_put_out_for_no_bill_that_was_taken_back() {
        Bill red = Papers.red(bill);
        Uploaded early = upload(red);
        assertEquals(List.of("REFUSED"), early.words());
        assertEquals("relation.of", early.error(0).field());
        assertEquals("a bill that is out as paper " + paper.id(), early.error(0).found());

        move("COLLECTED").expect(200);
        assertEquals(List.of("ACCEPTED"), upload(red).words());
        assertEquals(List.of("ALREADY"), upload(paper).words(), "it was there before");
        Uploaded late = upload(Papers.paper(bill));
        assertEquals(List.of("REFUSED"), late.words());
        assertEquals("relation.of", late.error(0).field());
        assertEquals("a bill that red bill " + red.id() + " took back", late.error(0).found());
        assertTrue(late.error(0).advice().orElse("").startsWith("Put no paper out"));
        assertEquals(1, list(api.get(papers(0))).size());
    }

    private Uploaded upload(Bill... bills) {
        return Uploaded.of(api, Papers.plain(List.of(bills)), UUID.randomUUID().toString());
    }

    private Api.Reply move(String to) {
        return api.put(path(), state(to));
    }

    private static Json.Members state(String state) {
        return Json.object().put("state", state).end();
    }

    private String path() {
        return "/api/v1/papers/" + uploaded.bill(1);
    }

    private String papers(int of) {
        return "/api/v1/bills/" + uploaded.bill(of) + "/papers";
    }

    private static List<Json.Members> list(Api.Reply reply) {
        try {
            return reply.json().items("papers").objects("papers");
        } catch (FieldException e) {
            throw new AssertionError(reply.text(), e);
        }
    }

    private static Json.Members only(Api.Reply reply) {
        assertEquals(1, list(reply).size(), reply.text());
        return list(reply).getFirst();
    }
}
