package io.yipiao.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.demo.Api;
import io.yipiao.gateway.demo.Hospital;
import io.yipiao.gateway.start.RunningGateway;
import io.yipiao.verifier.bill.Bill;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** Uploads that a hospital sealed itself, over HTTP: all of it or nothing. */
@Timeout(120)
class SealedUploadHttpTest {
    private static final RunningGateway WORLD = RunningGateway.shared();

    private final Hospital hospital = WORLD.hospital();
    private final int issuer = hospital.issuer();
    private final Api api = WORLD.as(Role.HOSPITAL, issuer);

    @Test
    void a_whole_one_is_taken_as_sealed() {
        Uploaded answer = Uploaded.of(api, hospital.upload(Papers.visits(issuer, 3)), key());

        assertEquals(List.of("ACCEPTED", "ACCEPTED", "ACCEPTED"), answer.words());
        assertEquals(2, Uploaded.whole(answer.outcomes().getFirst(), "line"));
        String path = "/api/v1/uploads/" + answer.id();
        RunningGateway.await(() -> Uploaded.text(api.get(path).json(), "state").equals("ANCHORED"));
        assertEquals(3, Uploaded.whole(api.get(path).json(), "anchored"));
    }

    @Test
    void a_root_size_or_seal_that_was_changed_spoils_the_batchs_seal() {
        List<String> lines = sealed(2);
        String header = lines.getFirst();
        refused(with(lines, 0, header.replaceFirst("\"size\":2", "\"size\":3")), "line 1");
        refused(with(lines, 0, swapped(header, "\"root\":\"")), "line 1: the batch's seal");
        refused(with(lines, 0, sealed(2).getFirst()), "line 3: the bills are not those");
        refused(with(lines, 0, swapped(header, "\"seal\":\"")), "line 1: the batch's seal");
        refused(with(lines, 0, header.replace("\"keySeq\":1", "\"keySeq\":2")), "Key 2 of issuer");
    }

    @Test
    void lines_reordered_missing_or_added_are_not_what_was_sealed() {
        List<String> lines = sealed(3);
        List<String> reordered = new ArrayList<>(lines);
        Collections.swap(reordered, 1, 3);
        refused(reordered, "line 4: the bills are not those of the header's root");
        refused(lines.subList(0, 3), "line 3: the upload ends after 2 of 3");
        List<String> added = new ArrayList<>(lines);
        added.add(sealed(1).get(1));
        refused(added, "line 5: more bills than the header's 3");
    }

    @Test
    void a_line_with_anothers_salts_or_a_changed_amount_does_not_bear_its_seal() {
        List<String> lines = sealed(2);
        String anothers = lines.get(2).replace(salts(lines.get(2)), salts(lines.get(1)));
        refused(with(lines, 2, anothers), "line 3: the bill's seal");
        refused(with(lines, 1, swapped(lines.get(1), "\"seal\":\"")), "line 2: the bill's seal");
        refused(with(lines, 2, lines.get(2).replace("\"cash\":", "\"cash\":1")), "line 3: bill.");
    }

    @Test
    void a_bill_of_a_year_without_an_index_key_stops_all_of_it() {
        byte[] body =
                hospital.upload(
                        List.of(
                                Papers.visit(issuer),
                                Papers.ofYear(issuer, "87"),
                                Papers.visit(issuer)));
        refused(text(body), "line 3: id.code");
    }

    @Test
    void anothers_bills_under_my_token_are_refused() {
        Hospital other = WORLD.hospital();
        refused(
                text(other.upload(Papers.visits(other.issuer(), 2))),
                "line 1: issuer: expected " + issuer);
        refused(text(hospital.upload(Papers.visits(other.issuer(), 1))), "line 2: bill.issuer");
        assertEquals(0, stored(other.issuer()));
    }

    @Test
    void a_refused_one_is_refused_again_and_its_correction_under_a_new_key_is_taken() {
        List<Bill> bills = Papers.visits(issuer, 2);
        List<String> whole = text(hospital.upload(bills));
        String key = key();
        byte[] cut = Papers.lines(whole.subList(0, 2).toArray(String[]::new));
        assertEquals(400, Uploaded.send(api, cut, key).status());
        assertEquals(400, Uploaded.send(api, cut, key).status());
        assertEquals(422, Uploaded.send(api, hospital.upload(bills), key).status());
        Uploaded answer = Uploaded.of(api, hospital.upload(bills), key());
        assertEquals(List.of("ACCEPTED", "ACCEPTED"), answer.words());
    }

    @Test
    void bills_that_came_before_stand_in_both_batches_a_red_one_is_reversed_once() {
        Bill original = Papers.visit(issuer);
        Bill red = Papers.red(original);
        byte[] first = hospital.upload(List.of(original, red));
        Uploaded.of(api, first, key());
        Uploaded same = Uploaded.of(api, first, key());
        Uploaded more =
                Uploaded.of(api, hospital.upload(List.of(red, Papers.visit(issuer))), key());

        assertEquals(List.of("ALREADY", "ALREADY"), same.words());
        assertEquals(List.of("ALREADY", "ACCEPTED"), more.words());
        assertEquals(3, stored(issuer));
        assertEquals(
                1,
                count(
                        "SELECT count(*) FROM outbox o JOIN bill b ON b.id = o.bill WHERE b.issuer"
                                + " = ?"));
    }

    /** Refused with this said, and nothing of it kept. */
    private void refused(List<String> lines, String why) {
        long before = stored(issuer);
        Api.Reply reply = Uploaded.send(api, Papers.lines(lines.toArray(String[]::new)), key());
        assertTrue(reply.status() == 400 || reply.status() == 409, reply.toString());
        assertTrue(reply.text().contains(why), reply.text());
        assertEquals(before, stored(issuer));
    }

    private List<String> sealed(int bills) {
        return text(hospital.upload(Papers.visits(issuer, bills)));
    }

    private static List<String> text(byte[] upload) {
        return new String(upload, StandardCharsets.UTF_8).lines().toList();
    }

    private static List<String> with(List<String> lines, int place, String line) {
        List<String> changed = new ArrayList<>(lines);
        changed.set(place, line);
        return changed;
    }

    private static String salts(String line) {
        int from = line.indexOf("\"salts\":");
        return line.substring(from, line.indexOf('}', from) + 1);
    }

    /** The first digit of a hexadecimal value changed. */
    private static String swapped(String line, String before) {
        int at = line.indexOf(before) + before.length();
        char digit = line.charAt(at) == '1' ? '2' : '1';
        return line.substring(0, at) + digit + line.substring(at + 1);
    }

    private long stored(int of) {
        return WORLD.gateway()
                .database()
                .with(handle ->
                        handle.createQuery("SELECT count(*) FROM bill WHERE issuer = :issuer")
                                .bind("issuer", of)
                                .mapTo(Long.class)
                                .one());
    }

    private long count(String sql) {
        return WORLD.gateway()
                .database()
                .with(handle -> handle.createQuery(sql).bind(0, issuer).mapTo(Long.class).one());
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
