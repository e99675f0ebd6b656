package io.yipiao.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.demo.Api;
import io.yipiao.gateway.demo.DemonstrationBills;
import io.yipiao.gateway.start.RunningGateway;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Number series over HTTP, and what bills off them are told and raise. */
@Timeout(120)
class SeriesOperationsTest {
    private static final RunningGateway WORLD = RunningGateway.shared();
    private static final AtomicLong THOUSANDS = new AtomicLong(6_500_000);
    private static final String NOBODYS =
            "{\"outside\":{\"count\":0,\"numbers\":[]},\"series\":[],\"twice\":{\"count\":0,\"numbers\":[]}}";

    private final int hospital = WORLD.hospitalInCustody();
    private final Api api = WORLD.as(Role.HOSPITAL, hospital);
    private final long first = 1_000 * THOUSANDS.incrementAndGet();
    private final String code = Papers.visit(hospital).id().code();

    @Test
    void a_series_tells_what_is_used_next_and_passed_over() throws FieldException {
        assertEquals(NOBODYS, api.get(path(hospital)).expect(200).text());
        Bill before = Papers.visit(hospital);
        upload(before);
        open();
        Bill fourth = bill(3);
        assertEquals(
                List.of("ACCEPTED", "ACCEPTED", "ACCEPTED"),
                upload(bill(0), fourth, Papers.otherContent(fourth)).words());

        Json.Members report = api.get(path(hospital)).expect(200).json();
        Json.Members series = report.items("series").objects("series").getFirst();
        assertEquals(
                Json.object()
                        .put("code", code)
                        .put("from", number(0))
                        .put("to", number(999))
                        .put("used", 2)
                        .put("next", number(4))
                        .put("missing", 2)
                        .put(
                                "gaps",
                                List.of(
                                        Json.object()
                                                .put("from", number(1))
                                                .put("to", number(2))
                                                .end()))
                        .end(),
                series);
        odd(report.object("twice"), code + "-" + number(3));
        odd(report.object("outside"), code + "-" + before.id().number());
        for (Role staff : List.of(Role.ADMIN, Role.CLERK, Role.SUPERVISOR, Role.AUDITOR)) {
            assertEquals(report, WORLD.as(staff, 1).get(path(hospital)).expect(200).json());
        }
    }

    @Test
    void a_series_of_one_number_that_is_used_has_no_next() throws FieldException {
        WORLD.openSeries(hospital, code, number(0), number(0));
        upload(bill(0));
        Json.Members series =
                api.get(path(hospital)).json().items("series").objects("series").getFirst();
        assertEquals(1, series.whole("used"));
        assertEquals(false, series.has("next"));
    }

    @Test
    void anothers_series_are_not_there() {
        Problems.notFound(WORLD.as(Role.HOSPITAL, WORLD.freeNumber()).get(path(hospital)));
        Problems.notFound(WORLD.as(Role.ADMIN, 1).get(path(WORLD.freeNumber())));
        Problems.faulty(api.get("/api/v1/issuers/0/series"), "number");
        Problems.faulty(api.get("/api/v1/issuers/x/series"), "number");
    }

    @Test
    void numbers_off_the_series_are_refused_and_raise_one_alarm_that_counts() {
        open();
        Uploaded off = upload(bill(0), bill(1_001), bill(1_000));
        assertEquals(List.of("ACCEPTED", "REFUSED", "REFUSED"), off.words());
        FieldError fault = off.error(1);
        assertEquals("id.number", fault.field());
        assertEquals("a number of a series that was opened for this issuer", fault.expected());
        assertEquals(number(1_001), fault.found());
        upload(bill(1_002));

        Json.Members alarm = RaisedAlarms.only("OFF_SERIES", hospital + "/series/" + code);
        assertEquals(2, Uploaded.whole(alarm, "times"));
        assertEquals(
                "{\"BILL_NUMBER\":\"%s-%s\",\"CODE\":\"%s\",\"COUNT\":\"2\",\"ISSUER\":\"%d\"}"
                        .formatted(code, number(1_000), code, hospital),
                RaisedAlarms.facts(alarm));
    }

    private void open() {
        WORLD.openSeries(hospital, code, number(0), number(999));
    }

    private static void odd(Json.Members odd, String number) throws FieldException {
        assertEquals(1, odd.whole("count"));
        assertEquals(List.of(number), odd.items("numbers").texts("numbers"));
    }

    private Uploaded upload(Bill... bills) {
        return Uploaded.of(api, Papers.plain(List.of(bills)), UUID.randomUUID().toString());
    }

    private Bill bill(int after) {
        return DemonstrationBills.numbered(Papers.visit(hospital), hospital, first + after);
    }

    private String number(int after) {
        return "%010d".formatted(first + after);
    }

    private static String path(int issuer) {
        return "/api/v1/issuers/" + issuer + "/series";
    }
}
