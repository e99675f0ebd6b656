package io.yipiao.gateway.claim;

import static io.yipiao.gateway.claim.ClaimWorld.ZHANG;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.yipiao.gateway.alarm.Alarm;
import io.yipiao.gateway.alarm.AlarmFilter;
import io.yipiao.gateway.alarm.AlarmKind;
import io.yipiao.gateway.alarm.Alarms;
import io.yipiao.gateway.alarm.Fact;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Bills;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class SeriesTest extends ClaimTest {
    @Test
    void a_number_that_its_hospital_was_never_given_is_refused() throws Exception {
        world.account(ZHANG, "张示范");
        Bill given = world.ours(Bills.numbered(number()));
        Bill beyond = world.ours(Bills.numbered(number()));
        String only = given.id().number();
        world.channel.openSeries(given.id().code(), only, only);

        assertEquals(ClaimState.FIRST_REVIEW, world.taken(ZHANG, world.anchored(given)).state());
        ClaimView refused = world.taken(ZHANG, world.anchored(beyond));
        assertEquals(ClaimState.REFUSED, refused.state());
        assertEquals(Optional.of(Reason.NOT_REGISTERED), refused.reason());
        List<Alarm> alarms = new Alarms(world.database, clock).list(AlarmFilter.all());
        assertEquals(1, alarms.size(), "the door did not know of the series yet");
        assertEquals(AlarmKind.OFF_SERIES, alarms.getFirst().kind());
        assertEquals(
                Optional.of(beyond.id().toString()),
                alarms.getFirst().facts().find(Fact.BILL_NUMBER));
    }
}
