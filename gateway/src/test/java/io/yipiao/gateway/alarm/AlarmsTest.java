package io.yipiao.gateway.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.store.Database;
import io.yipiao.gateway.store.TestDatabase;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

@Timeout(60)
class AlarmsTest {
    private static final Database DATABASE = TestDatabase.fresh();
    private static final Instant NOON = Instant.parse("2026-09-30T04:00:00Z");
    private static final Subject CLAIM = Subject.claim("C-000001");
    private static final Facts FACTS = Facts.of(Fact.COUNT, 3);

    private final Alarms alarms = at(NOON);

    @BeforeEach
    void forget() {
        DATABASE.with(handle -> handle.execute("TRUNCATE alarm, alarm_event"));
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void an_alarm_raised_again_while_open_is_counted_and_changes_nothing_else() {
        alarms.raise(AlarmKind.OVERDUE, CLAIM, FACTS);
        Alarm first = only();

        at(NOON.plusSeconds(60)).raise(AlarmKind.OVERDUE, CLAIM, Facts.of(Fact.COUNT, 4));

        Alarm again = only();
        assertEquals(2, again.times());
        assertEquals(NOON.plusSeconds(60), again.lastSeenAt());
        assertEquals(
                first,
                new Alarm(
                        again.id(),
                        again.kind(),
                        again.subject(),
                        again.facts(),
                        again.state(),
                        again.raisedAt(),
                        NOON,
                        1));
        assertEquals(1, alarms.history(first.id()).size());
    }

    @Test
    void one_in_hand_is_open_too() {
        alarms.raise(AlarmKind.OVERDUE, CLAIM, FACTS);
        alarms.take(only().id(), "李明");
        alarms.raise(AlarmKind.OVERDUE, CLAIM, FACTS);
        assertEquals(AlarmState.IN_HAND, only().state());
        assertEquals(2, only().times());
    }

    @Test
    void other_kinds_and_other_subjects_are_other_alarms() {
        alarms.raise(AlarmKind.OVERDUE, CLAIM, FACTS);
        alarms.raise(AlarmKind.DAY_FOUR, CLAIM, FACTS);
        alarms.raise(AlarmKind.OVERDUE, Subject.claim("C-000002"), FACTS);
        alarms.raise(AlarmKind.OVERDUE, Subject.issuer(7), FACTS);
        assertEquals(4, alarms.list(AlarmFilter.all()).size());
    }

    @Test
    void an_alarm_stands_only_if_what_it_was_raised_with_does() {
        assertThrows(
                IllegalStateException.class,
                () ->
                        DATABASE.changeInTransaction(tx -> {
                            alarms.raise(tx, AlarmKind.CONFLICT, CLAIM, FACTS);
                            throw new IllegalStateException("the caller's own trouble");
                        }));
        assertEquals(List.of(), alarms.list(AlarmFilter.all()));
    }

    @Test
    void many_who_see_the_same_at_once_raise_one() throws Exception {
        List<Callable<Boolean>> raising = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            raising.add(() -> {
                alarms.raise(AlarmKind.LEDGER_LAG, Subject.ledger("peer0.finance"), Facts.NONE);
                return true;
            });
        }
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> raised : pool.invokeAll(raising)) {
                assertTrue(raised.get());
            }
        }
        assertEquals(24, only().times());
        assertEquals(1, alarms.history(only().id()).size());
    }

    @Test
    void it_is_taken_in_hand_and_closed_with_a_reason_and_all_of_it_is_kept() {
        alarms.raise(AlarmKind.OVERDUE, CLAIM, FACTS);
        UUID id = only().id();

        assertInstanceOf(Handled.Done.class, alarms.take(id, "李明"));
        assertInstanceOf(Handled.Done.class, alarms.take(id, "李明"), "again");
        assertInstanceOf(Handled.Done.class, alarms.close(id, "李明", "已催办"));
        assertInstanceOf(Handled.Done.class, alarms.close(id, "李明", "已催办"), "again");

        assertEquals(
                List.of(
                        new AlarmEvent(NOON, AlarmState.NEW, "", ""),
                        new AlarmEvent(NOON, AlarmState.IN_HAND, "李明", ""),
                        new AlarmEvent(NOON, AlarmState.CLOSED, "李明", "已催办")),
                alarms.history(id));
        assertEquals(1, alarms.counts().get(AlarmState.CLOSED));
        assertEquals(0, alarms.counts().get(AlarmState.NEW));
    }

    @Test
    void who_comes_second_is_told_who_was_first() {
        alarms.raise(AlarmKind.OVERDUE, CLAIM, FACTS);
        UUID id = only().id();
        alarms.take(id, "李明");
        assertEquals("李明", assertInstanceOf(Handled.Overtaken.class, alarms.take(id, "周芳")).by());
        alarms.close(id, "周芳", "已催办");
        assertEquals("周芳", assertInstanceOf(Handled.Overtaken.class, alarms.take(id, "李明")).by());
        assertInstanceOf(Handled.Unknown.class, alarms.take(UUID.randomUUID(), "李明"));
    }

    @Test
    void nobody_closes_without_a_reason() {
        alarms.raise(AlarmKind.OVERDUE, CLAIM, FACTS);
        UUID id = only().id();
        assertThrows(IllegalArgumentException.class, () -> alarms.close(id, "李明", " "));
        assertThrows(
                RuntimeException.class,
                () -> event(id, Optional.of(AlarmState.NEW), AlarmState.CLOSED, ""));
    }

    @Test
    void a_cause_seen_after_the_close_raises_another_unless_it_is_raised_once() {
        alarms.raise(AlarmKind.OVERDUE, CLAIM, FACTS);
        alarms.close(only().id(), "李明", "已催办");

        DATABASE.changeInTransaction(tx -> alarms.raiseOnce(tx, AlarmKind.OVERDUE, CLAIM, FACTS));
        assertEquals(1, alarms.list(AlarmFilter.all()).size());

        alarms.raise(AlarmKind.OVERDUE, CLAIM, FACTS);
        assertEquals(2, alarms.list(AlarmFilter.all()).size());
    }

    @Test
    void what_is_gone_closes_by_itself() {
        alarms.raise(AlarmKind.BILLS_MISSING, Subject.issuer(7, "2026-09-30"), FACTS);
        UUID id = only().id();
        DATABASE.changeInTransaction(tx ->
                alarms.settle(
                        tx,
                        AlarmKind.BILLS_MISSING,
                        Subject.issuer(7, "2026-09-30"),
                        "all of them came"));
        DATABASE.changeInTransaction(tx ->
                alarms.settle(tx, AlarmKind.BILLS_MISSING, Subject.issuer(8), "there is none"));
        assertEquals(
                new AlarmEvent(NOON, AlarmState.CLOSED, "", "all of them came"),
                alarms.history(id).getLast());
    }

    @Test
    void the_newest_come_first_and_state_and_kind_choose() {
        at(NOON).raise(AlarmKind.OVERDUE, CLAIM, FACTS);
        at(NOON.plusSeconds(1)).raise(AlarmKind.CONFLICT, CLAIM, FACTS);
        at(NOON.plusSeconds(2)).raise(AlarmKind.DAY_FOUR, CLAIM, FACTS);
        alarms.close(alarms.list(AlarmFilter.all()).getLast().id(), "李明", "已催办");

        assertEquals(
                List.of(AlarmKind.DAY_FOUR, AlarmKind.CONFLICT, AlarmKind.OVERDUE),
                kinds(AlarmFilter.all()));
        assertEquals(
                List.of(AlarmKind.DAY_FOUR, AlarmKind.CONFLICT),
                kinds(new AlarmFilter(Optional.of(AlarmState.NEW), Optional.empty(), 10)));
        assertEquals(
                List.of(AlarmKind.CONFLICT),
                kinds(new AlarmFilter(Optional.empty(), Optional.of(AlarmKind.CONFLICT), 10)));
        assertEquals(
                List.of(AlarmKind.DAY_FOUR),
                kinds(new AlarmFilter(Optional.empty(), Optional.empty(), 1)));
    }

    @Test
    void code_and_database_have_the_same_moves() {
        Set<String> code = new HashSet<>();
        for (AlarmState from : AlarmState.values()) {
            from.next().forEach(to -> code.add(from + " " + to));
        }
        assertEquals(
                code,
                new HashSet<>(
                        DATABASE.with(handle ->
                                handle.createQuery(
                                                "SELECT from_state || ' ' || to_state FROM"
                                                        + " alarm_move")
                                        .mapTo(String.class)
                                        .list())));
    }

    @Test
    void every_move_outside_of_the_table_is_refused_by_code_and_database() {
        AlarmStore store = new AlarmStore(Clock.systemUTC());
        for (AlarmState from : AlarmState.values()) {
            for (AlarmState to : AlarmState.values()) {
                if (!from.next().contains(to)) {
                    forget();
                    alarms.raise(AlarmKind.OVERDUE, CLAIM, FACTS);
                    set(from);
                    Alarm alarm = only();
                    assertThrows(
                            IllegalStateException.class,
                            () ->
                                    DATABASE.changeInTransaction(
                                            tx -> store.move(tx, alarm, to, "李明", "")));
                    String reason = to == AlarmState.CLOSED ? "已催办" : "";
                    assertEquals(
                            Optional.of("alarm_event_from_state_to_state_fkey"),
                            Database.violated(
                                    assertThrows(
                                            RuntimeException.class,
                                            () ->
                                                    event(
                                                            alarm.id(),
                                                            Optional.of(from),
                                                            to,
                                                            reason))));
                }
            }
        }
    }

    private static Alarms at(Instant now) {
        return new Alarms(DATABASE, Clock.fixed(now, ZoneOffset.UTC));
    }

    private Alarm only() {
        List<Alarm> all = alarms.list(AlarmFilter.all());
        assertEquals(1, all.size());
        return all.getFirst();
    }

    private List<AlarmKind> kinds(AlarmFilter filter) {
        return alarms.list(filter).stream().map(Alarm::kind).toList();
    }

    private static void set(AlarmState state) {
        DATABASE.with(handle ->
                handle.createUpdate("UPDATE alarm SET state = :state")
                        .bind("state", state.name())
                        .execute());
    }

    private static int event(UUID alarm, Optional<AlarmState> from, AlarmState to, String reason) {
        return DATABASE.with(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO alarm_event (alarm, step, at, from_state, to_state, name, reason)
                                VALUES (:alarm, 99, now(), :from, :to, '李明', :reason)
                                """)
                        .bind("alarm", alarm)
                        .bind("from", from.map(AlarmState::name))
                        .bind("to", to.name())
                        .bind("reason", reason)
                        .execute());
    }
}
