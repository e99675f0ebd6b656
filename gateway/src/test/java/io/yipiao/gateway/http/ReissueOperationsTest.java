package io.yipiao.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.demo.Api;
import io.yipiao.gateway.demo.Hospital;
import io.yipiao.gateway.start.RunningGateway;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.CanonicalForm;
import io.yipiao.verifier.reader.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;
import java.util.UUID;

/** Red bills and bills that replace others over HTTP: what they become, and what is refused. */
@Timeout(120)
class ReissueOperationsTest {
    private static final RunningGateway WORLD = RunningGateway.shared();

    private final int hospital = WORLD.hospitalInCustody();
    private final Api api = WORLD.as(Role.HOSPITAL, hospital);
    private final Bill original = Papers.visit(hospital);
    private final Bill red = Papers.red(original);
    private final Bill renewed = Papers.replacing(original);

    @Test
    void a_red_bill_and_the_one_that_replaces_are_taken_together_and_tell_of_what()
            throws FieldException {
        String key = UUID.randomUUID().toString();
        byte[] file = Papers.plain(List.of(original, red, renewed));
        Uploaded uploaded = Uploaded.of(api, file, key);
        assertEquals(List.of("ACCEPTED", "ACCEPTED", "ACCEPTED"), uploaded.words());
        assertEquals(uploaded.outcomes(), Uploaded.of(api, file, key).outcomes(), "sent again");

        RunningGateway.await(() -> Uploaded.text(bill(uploaded, 0), "state").equals("REVERSED"));
        assertEquals(relation("REVERSES"), bill(uploaded, 1).object("relation"));
        assertEquals(relation("REPLACES"), bill(uploaded, 2).object("relation"));
        assertFalse(bill(uploaded, 0).has("relation"));
        RunningGateway.await(() -> Uploaded.text(bill(uploaded, 2), "state").equals("ANCHORED"));
    }

    @Test
    void a_second_bill_in_the_place_of_one_is_refused_and_told_what_to_do() {
        upload(original, red, renewed);
        Uploaded second = upload(Papers.replacing(original), Papers.visit(hospital));
        assertEquals(List.of("REFUSED", "ACCEPTED"), second.words(), "the others are kept");
        refused(second, 0);
        assertEquals(List.of("ALREADY"), upload(renewed).words(), "the first one again");
    }

    @Test
    void of_two_in_one_file_the_first_is_taken() {
        Uploaded both = upload(original, red, renewed, Papers.replacing(original));
        assertEquals(List.of("ACCEPTED", "ACCEPTED", "ACCEPTED", "REFUSED"), both.words());
        refused(both, 3);
    }

    @Test
    void it_makes_no_difference_that_one_of_them_names_the_bill_and_the_other_its_paper() {
        Bill paper = Papers.paper(original);
        upload(original, paper);
        upload(renewed);
        refused(upload(Papers.replacing(paper)), 0);
    }

    @Test
    void what_replaces_is_taken_back_and_replaced_in_its_turn() {
        upload(original, red, renewed);
        Bill again = Papers.replacing(renewed);
        assertEquals(List.of("ACCEPTED", "ACCEPTED"), upload(Papers.red(renewed), again).words());
        refused(upload(Papers.replacing(original)), 0);
    }

    @Test
    void another_content_of_the_one_that_replaces_is_a_conflict_and_no_second_bill() {
        upload(original, red, renewed);
        Uploaded other = upload(Papers.otherContent(renewed));
        assertEquals(List.of("ACCEPTED"), other.words());
        assertTrue(other.outcomes().getFirst().has("conflict"), other.toString());
    }

    @Test
    void a_file_that_its_hospital_sealed_is_refused_whole_with_its_line() {
        Hospital own = WORLD.hospital();
        Api itself = WORLD.as(Role.HOSPITAL, own.issuer());
        Bill visit = Papers.visit(own.issuer());
        Bill first = Papers.replacing(visit);
        assertEquals(200, send(itself, own.upload(List.of(visit, first))).status());
        Api.Reply refused =
                send(
                        itself,
                        own.upload(List.of(Papers.visit(own.issuer()), Papers.replacing(visit))));
        assertEquals(400, refused.status(), refused.text());
        assertTrue(
                refused.text()
                        .contains(
                                "line 3: relation.of: expected a bill that no other bill replaces"
                                        + " yet, found a bill that is replaced by "
                                        + first.id()
                                        + ". Take back"),
                refused.text());
    }

    private void refused(Uploaded uploaded, int line) {
        FieldError fault = uploaded.error(line);
        assertEquals("relation.of", fault.field());
        assertEquals("a bill that no other bill replaces yet", fault.expected());
        assertEquals("a bill that is replaced by " + renewed.id(), fault.found());
        assertTrue(fault.advice().orElse("").startsWith("Take back the bill that replaces it"));
    }

    private Json.Members bill(Uploaded uploaded, int line) {
        return api.get("/api/v1/bills/" + uploaded.bill(line)).expect(200).json();
    }

    private Json.Members relation(String kind) {
        return Json.object().put("kind", kind).put("of", CanonicalForm.id(original.id())).end();
    }

    private Uploaded upload(Bill... bills) {
        return Uploaded.of(api, Papers.plain(List.of(bills)), UUID.randomUUID().toString());
    }

    private static Api.Reply send(Api hospital, byte[] file) {
        return Uploaded.send(hospital, file, UUID.randomUUID().toString());
    }
}
