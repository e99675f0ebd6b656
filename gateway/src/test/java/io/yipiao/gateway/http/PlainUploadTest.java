package io.yipiao.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.demo.Api;
import io.yipiao.gateway.demo.Hospital;
import io.yipiao.gateway.start.RunningGateway;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Bills;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** Uploads of bare bills over HTTP, which the gateway seals. */
@Timeout(120)
class PlainUploadTest {
    private static final RunningGateway WORLD = RunningGateway.shared();

    private final int issuer = WORLD.hospitalInCustody();
    private final Api hospital = WORLD.as(Role.HOSPITAL, issuer);

    @Test
    void faulty_lines_are_refused_one_by_one_and_the_rest_goes_to_the_ledger() {
        Bill good = Papers.visit(issuer);
        Bill foreign = Papers.visit(issuer + 100_000);
        String wrongSum = Papers.text(Papers.visit(issuer)).replace("\"cash\":", "\"cash\":1");
        Bill last = Papers.visit(issuer);

        Uploaded answer =
                upload(
                        Papers.lines(
                                Papers.text(good),
                                wrongSum,
                                "{\"id\":",
                                "",
                                Papers.text(foreign),
                                Papers.text(last)));

        assertEquals(
                List.of("ACCEPTED", "REFUSED", "REFUSED", "REFUSED", "ACCEPTED"), answer.words());
        assertEquals(6, Uploaded.whole(answer.outcomes().getLast(), "line"));
        assertTrue(answer.error(1).field().startsWith("payments"), answer.error(1).field());
        assertTrue(answer.error(1).expected().contains("47465 fen"), answer.error(1).expected());
        assertEquals("issuer.number", answer.error(3).field());
        assertEquals(issuer + ", the issuer that uploads", answer.error(3).expected());
        assertEquals("" + (issuer + 100_000), answer.error(3).found());
        answer.counts(5, 2, 0, 3);
        assertEquals("ANCHORED", anchored(answer.bill(0)));
        assertEquals("ANCHORED", anchored(answer.bill(4)));
    }

    @Test
    void a_bill_of_a_year_without_an_index_key_is_refused_alone() {
        Uploaded answer =
                upload(
                        Papers.plain(
                                List.of(
                                        Papers.visit(issuer),
                                        Papers.ofYear(issuer, "87"),
                                        Papers.visit(issuer))));

        assertEquals(List.of("ACCEPTED", "REFUSED", "ACCEPTED"), answer.words());
        FieldError error = answer.error(1);
        assertEquals("id.code", error.field());
        assertTrue(error.expected().contains("20, 21, 22"), error.expected());
        assertEquals("87", error.found());
        assertTrue(error.advice().orElse("").contains("index key"), error.advice().orElse(""));
    }

    @Test
    void each_limit_names_itself() {
        String deep = "{\"id\":" + "[".repeat(17) + "]".repeat(17) + "}";
        byte[] notText = Papers.text(Papers.visit(issuer)).getBytes(StandardCharsets.UTF_8);
        notText[notText.length / 2] = (byte) 0xff;
        String longLine = Papers.text(Papers.visit(issuer)) + " ".repeat(4 << 20);
        String fiveThousandAndOne =
                Papers.text(Papers.of(issuer, Bills.ofLines(5_000)))
                        .replaceFirst("\"lines\":\\[(\\{[^}]*})", "\"lines\":[$1,$1");

        Uploaded answer =
                upload(
                        Papers.lines(
                                deep.getBytes(StandardCharsets.UTF_8),
                                notText,
                                longLine.getBytes(StandardCharsets.UTF_8),
                                fiveThousandAndOne.getBytes(StandardCharsets.UTF_8),
                                Papers.text(Papers.visit(issuer))
                                        .getBytes(StandardCharsets.UTF_8)));

        assertEquals(
                List.of("REFUSED", "REFUSED", "REFUSED", "REFUSED", "ACCEPTED"), answer.words());
        assertTrue(answer.error(0).expected().contains("16"), answer.error(0).expected());
        assertTrue(answer.error(1).expected().contains("UTF-8"), answer.error(1).expected());
        assertTrue(answer.error(2).expected().contains("4194304"), answer.error(2).expected());
        assertEquals("lines", answer.error(3).field());
        assertTrue(answer.error(3).expected().contains("5000"), answer.error(3).expected());
    }

    @Test
    void an_upload_over_the_limit_is_refused_before_anything_is_read() {
        byte[] tooLarge = new byte[RunningGateway.UPLOAD_LIMIT + 1];

        Api.Reply reply = Uploaded.send(hospital, tooLarge, key());

        assertEquals(413, reply.status());
        assertTrue(reply.text().contains("" + RunningGateway.UPLOAD_LIMIT), reply.text());
    }

    @Test
    void a_bill_that_came_before_is_known_again() {
        Bill bill = Papers.visit(issuer);
        Uploaded first = upload(Papers.plain(List.of(bill, bill)));
        Uploaded second = upload(Papers.plain(List.of(bill, Papers.visit(issuer))));

        assertEquals(List.of("ACCEPTED", "ALREADY"), first.words());
        assertEquals(List.of("ALREADY", "ACCEPTED"), second.words());
        assertEquals(first.bill(0), first.bill(1));
        assertEquals(first.bill(0), second.bill(0));
        second.counts(2, 2, 1, 0);
    }

    @Test
    void another_content_of_a_bill_is_kept_and_told_so() {
        Bill bill = Papers.visit(issuer);
        Bill other = Papers.otherContent(bill);
        Uploaded together = upload(Papers.plain(List.of(bill, other)));
        Bill known = Papers.visit(issuer);
        upload(Papers.plain(List.of(known)));
        Uploaded later = upload(Papers.plain(List.of(Papers.otherContent(known))));

        assertFalse(together.outcomes().get(0).has("conflict"));
        assertTrue(together.outcomes().get(1).has("conflict"));
        assertNotEquals(together.bill(0), together.bill(1));
        assertTrue(later.outcomes().getFirst().has("conflict"));
        assertEquals("ANCHORED", anchored(together.bill(0)));
        assertEquals("ANCHORED", anchored(together.bill(1)));
    }

    @Test
    void a_retry_gets_the_first_answer_and_other_content_a_problem() {
        byte[] body =
                Papers.lines(
                        Papers.text(Papers.visit(issuer)), "{}", Papers.text(Papers.visit(issuer)));
        String key = key();
        Uploaded first = Uploaded.of(hospital, body, key);
        // The token is another one; the hospital is the same.
        Uploaded again = Uploaded.of(WORLD.as(Role.HOSPITAL, issuer), body, key);
        Api.Reply reused =
                Uploaded.send(hospital, Papers.plain(List.of(Papers.visit(issuer))), key);

        assertEquals(first.outcomes(), again.outcomes());
        assertEquals(first.id(), again.id());
        assertEquals(422, reused.status());
        assertTrue(reused.text().contains("urn:yipiao:problem:key-reused"), reused.text());
    }

    @Test
    void a_hospital_that_gave_no_key_is_told_to_seal_itself() {
        Hospital own = WORLD.hospital();

        Api.Reply reply =
                Uploaded.send(
                        WORLD.as(Role.HOSPITAL, own.issuer()),
                        Papers.plain(List.of(Papers.visit(own.issuer()))),
                        key());

        assertEquals(409, reply.status());
        assertTrue(reply.text().contains("urn:yipiao:problem:no-key"), reply.text());
    }

    @Test
    void progress_can_be_asked_for_until_all_is_anchored_and_is_nobody_elses() {
        Uploaded answer = upload(Papers.plain(Papers.visits(issuer, 3)));
        String path = "/api/v1/uploads/" + answer.id();

        RunningGateway.await(
                () -> Uploaded.text(hospital.get(path).json(), "state").equals("ANCHORED"));
        assertEquals(3, Uploaded.whole(hospital.get(path).json(), "anchored"));
        assertEquals(404, WORLD.as(Role.HOSPITAL, WORLD.freeNumber()).get(path).status());
    }

    @Test
    void a_red_bill_is_reversed_after_its_anchor_and_a_replacing_one_only_anchored() {
        Bill original = Papers.visit(issuer);
        Uploaded first = upload(Papers.plain(List.of(original)));
        Uploaded both =
                upload(Papers.plain(List.of(Papers.red(original), Papers.replacing(original))));

        RunningGateway.await(() -> reversal(both.bill(0)).equals(List.of("DONE AWAITING")));
        assertEquals(List.of(), reversal(both.bill(1)));
        assertEquals("ANCHORED", anchored(both.bill(1)));
        assertEquals("REVERSED", anchored(first.bill(0)), "though nobody opened it yet");
    }

    @Test
    void an_issuer_without_a_token_for_it_changes_nothing() {
        Api stranger = WORLD.people().asStranger();
        assertEquals(
                401,
                Uploaded.send(stranger, Papers.plain(List.of(Papers.visit(issuer))), key())
                        .status());
        assertEquals(
                400, Uploaded.send(hospital, Papers.lines("{}"), "a key with spaces").status());
    }

    @Test
    void an_empty_upload_is_done_at_once() {
        Uploaded answer = upload(new byte[0]);
        assertEquals(Collections.emptyList(), answer.outcomes());
        answer.counts(0, 0, 0, 0);
    }

    private Uploaded upload(byte[] body) {
        return Uploaded.of(hospital, body, key());
    }

    private String anchored(String bill) {
        String path = "/api/v1/bills/" + bill;
        RunningGateway.await(
                () -> !Uploaded.text(hospital.get(path).json(), "state").equals("QUEUED"));
        return Uploaded.text(hospital.get(path).json(), "state");
    }

    private static List<String> reversal(String bill) {
        return WORLD.gateway()
                .database()
                .with(handle ->
                        handle.createQuery(
                                        """
                                        SELECT concat_ws(' ', state, outcome) FROM outbox
                                        WHERE kind = 'REVERSE' AND bill = :bill
                                        """)
                                .bind("bill", UUID.fromString(bill))
                                .mapTo(String.class)
                                .list());
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
