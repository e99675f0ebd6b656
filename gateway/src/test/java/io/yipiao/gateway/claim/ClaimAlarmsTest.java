package io.yipiao.gateway.claim;

import static io.yipiao.gateway.claim.ClaimWorld.ZHANG;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.yipiao.gateway.alarm.Alarm;
import io.yipiao.gateway.alarm.AlarmFilter;
import io.yipiao.gateway.alarm.AlarmKind;
import io.yipiao.gateway.alarm.AlarmState;
import io.yipiao.gateway.alarm.Alarms;
import io.yipiao.gateway.alarm.Fact;
import io.yipiao.gateway.benefit.TableException;
import io.yipiao.gateway.benefit.TableSource;
import io.yipiao.gateway.calendar.WorkingDays;
import io.yipiao.verifier.bill.Bills;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Claims that take long, and bills that are claimed again and again. */
@Timeout(60)
class ClaimAlarmsTest extends ClaimTest {
    private Alarms alarms;
    private ClaimAlarms watching;

    @BeforeEach
    void hasAnAccount() throws TableException {
        world.account(ZHANG, "张示范");
        alarms = new Alarms(world.database, clock);
        watching =
                new ClaimAlarms(
                        world.database,
                        world.desk.clocks(),
                        WorkingDays.read(TableSource.demonstration()),
                        alarms,
                        clock);
    }

    @Test
    void the_fourth_day_and_the_day_after_the_fifth_are_told_once_and_close_with_the_claim() {
        ClaimView claim = world.taken(ZHANG, world.anchored(world.ours(Bills.numbered(number()))));
        assertEquals(ClaimState.FIRST_REVIEW, claim.state());
        watching.pass();
        assertEquals(List.of(), alarms.list(AlarmFilter.all()));

        await(claim, 4);
        watching.pass();
        watching.pass();
        assertEquals(1, of(AlarmKind.DAY_FOUR).size());
        assertEquals(claim.number().text(), of(AlarmKind.DAY_FOUR).getFirst().subject().id());
        assertEquals(List.of(), of(AlarmKind.OVERDUE));

        await(claim, 6);
        watching.pass();
        watching.pass();
        assertEquals(1, of(AlarmKind.OVERDUE).size());
        assertEquals(1, of(AlarmKind.OVERDUE).getFirst().times());

        world.desk
                .decisions()
                .decide(world.clerk(), claim.number(), Ruling.refuse("不在目录里"), Optional.empty());
        watching.pass();
        assertEquals(AlarmState.CLOSED, of(AlarmKind.DAY_FOUR).getFirst().state());
        assertEquals(AlarmState.CLOSED, of(AlarmKind.OVERDUE).getFirst().state());
    }

    @Test
    void a_bill_claimed_in_vain_three_times_is_told_with_the_claim_that_has_it() {
        UUID bill = world.anchored(world.ours(Bills.numbered(number())));
        ClaimView first = world.taken(ZHANG, bill);
        for (int i = 0; i < 2; i++) {
            world.claim(ZHANG, bill);
        }
        watching.pass();
        assertEquals(List.of(), of(AlarmKind.DUPLICATE_TRIES));
        world.claim(ZHANG, bill);
        recover();
        watching.pass();
        watching.pass();
        Alarm alarm = of(AlarmKind.DUPLICATE_TRIES).getFirst();
        assertEquals(Optional.of("3"), alarm.facts().find(Fact.COUNT));
        assertEquals(Optional.of(first.number().text()), alarm.facts().find(Fact.CLAIM));
        assertEquals(1, alarm.times());
    }

    /** Lets days pass until the claim has used so many working days. */
    private void await(ClaimView claim, int used) {
        try {
            WorkingDays days = WorkingDays.read(TableSource.demonstration());
            while (world.desk.clocks().of(claim).used(days, clock.instant()) < used) {
                clock.pass(Duration.ofDays(1));
            }
        } catch (TableException e) {
            throw new AssertionError(e);
        }
    }

    private List<Alarm> of(AlarmKind kind) {
        return alarms.list(new AlarmFilter(Optional.empty(), Optional.of(kind), 10));
    }
}
