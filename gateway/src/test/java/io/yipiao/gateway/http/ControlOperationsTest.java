package io.yipiao.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.demo.Api;
import io.yipiao.gateway.start.RunningGateway;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/** Finance's control totals over HTTP, beside the bills that came. */
@Timeout(60)
class ControlOperationsTest {
    private static final RunningGateway WORLD = RunningGateway.shared();
    private static final String PATH = "/api/v1/control-totals";

    private final int hospital = WORLD.hospitalInCustody();
    private final Api admin = WORLD.as(Role.ADMIN, 1);
    private final List<Bill> bills = Papers.visits(hospital, 2);

    @Test
    void a_total_that_agrees_with_the_bills_is_complete_and_is_not_listed() throws FieldException {
        assertEquals(2, stated(total(2)).whole("bills"));
        assertTrue(listed(), "nothing came yet");
        upload();
        Json.Members agreed = stated(total(2));
        assertTrue(agreed.flag("complete"));
        assertEquals(2, agreed.whole("cameBills"));
        assertEquals(fen(2), agreed.whole("cameFen"));
        assertFalse(agreed.has("missing"));
        assertFalse(listed());
    }

    @Test
    void said_again_it_is_the_same_and_said_otherwise_a_correction() throws FieldException {
        upload();
        Json.Members first = stated(total(3));
        assertEquals(1, first.whole("version"));
        assertFalse(first.flag("complete"));
        assertEquals(first, stated(total(3)), "said again");
        Json.Members corrected = stated(total(2));
        assertEquals(2, corrected.whole("version"));
        assertTrue(corrected.flag("complete"));
    }

    @Test
    void what_a_total_lacks_is_named_by_its_field_and_nothing_is_kept() throws FieldException {
        Problems.faulty(put(with("day", new Json.Text("2026-02-30"))), "totals[0].day");
        Problems.faulty(put(with("kind", new Json.Text("PAPER"))), "totals[0].kind");
        Problems.faulty(put(with("bills", new Json.Whole(-1))), "totals[0].bills");
        Problems.faulty(put(with("code", new Json.Text("12"))), "totals[0].code");
        Problems.faulty(admin.put(PATH, Json.object().end()), "totals");
        assertFalse(listed());
    }

    private Json.Members total(int count) {
        Bill bill = bills.getFirst();
        return Json.object()
                .put("issuer", hospital)
                .put("day", bill.issueDate().toString())
                .put("kind", bill.id().kind().name())
                .put("code", bill.id().code())
                .put("bills", count)
                .put("fen", fen(count))
                .end();
    }

    private long fen(int count) {
        return count * bills.getFirst().total().value();
    }

    private Json.Members with(String name, Json value) {
        TreeMap<String, Json> members = new TreeMap<>(total(2).values());
        members.put(name, value);
        return new Json.Members(members);
    }

    private Api.Reply put(Json.Members total) {
        return admin.put(PATH, Json.object().put("totals", List.of(total)).end());
    }

    private Json.Members stated(Json.Members total) throws FieldException {
        return put(total).expect(200).json().items("totals").objects("totals").getFirst();
    }

    private boolean listed() throws FieldException {
        return admin.get(PATH).expect(200).json().items("totals").objects("totals").stream()
                .anyMatch(total -> Uploaded.whole(total, "issuer") == hospital);
    }

    private void upload() {
        Api itself = WORLD.as(Role.HOSPITAL, hospital);
        Uploaded.of(itself, Papers.plain(bills), UUID.randomUUID().toString());
    }
}
