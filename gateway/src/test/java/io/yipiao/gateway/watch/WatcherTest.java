package io.yipiao.gateway.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.alarm.Alarm;
import io.yipiao.gateway.alarm.AlarmFilter;
import io.yipiao.gateway.alarm.AlarmKind;
import io.yipiao.gateway.alarm.AlarmState;
import io.yipiao.gateway.alarm.Alarms;
import io.yipiao.gateway.alarm.Fact;
import io.yipiao.gateway.ledger.Organisation;
import io.yipiao.gateway.store.Database;
import io.yipiao.gateway.store.TestDatabase;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

@Timeout(60)
class WatcherTest {
    private static final Instant NOON = Instant.parse("2026-09-30T04:00:00Z");

    private final Database database = TestDatabase.fresh();
    private final TestPeer insurance = new TestPeer(Organisation.INSURANCE).holding(80);
    private final TestPeer hospital = new TestPeer(Organisation.HOSPITAL).holding(80);
    private final TestPeer finance = new TestPeer(Organisation.FINANCE).holding(80);
    private final Freezes freezes = new Freezes(database, Clock.fixed(NOON, ZoneOffset.UTC));
    private final Alarms alarms = new Alarms(database, Clock.fixed(NOON, ZoneOffset.UTC));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void equal_chains_raise_nothing() {
        project(80, 'a');
        at(NOON).pass();
        assertFalse(freezes.isFrozen());
        assertEquals(List.of(), alarms.list(AlarmFilter.all()));
        assertEquals(
                List.of("peer0.FINANCE", "peer0.HOSPITAL", "peer0.INSURANCE", "projection"),
                at(NOON).standings().stream().map(WatchedPeer::peer).toList());
        assertTrue(at(NOON).standings().stream().allMatch(WatchedPeer::answers));
    }

    @Test
    void a_lying_peer_freezes_payments_once_however_often_it_is_seen() {
        project(80, 'a');
        finance.forkedAt(77);
        at(NOON).pass();
        at(NOON.plusSeconds(5)).pass();

        Freeze freeze = freezes.current().orElseThrow();
        assertEquals(Freeze.Cause.FORK, freeze.cause());
        assertEquals(Optional.of("79"), freeze.facts().find(Fact.HEIGHT));
        assertTrue(freeze.facts().json().contains(finance.peer().host()), freeze.facts().json());
        assertEquals(1, freezes.history(10).size());
        List<Alarm> forks = of(AlarmKind.LEDGER_FORK);
        assertFalse(forks.isEmpty());
        assertTrue(forks.stream().allMatch(alarm -> alarm.times() == 2));
        assertTrue(
                at(NOON).standings().stream()
                        .filter(peer -> peer.peer().equals("peer0.FINANCE"))
                        .allMatch(WatchedPeer::differs));
    }

    @Test
    void all_peers_with_another_past_than_we_read_from_them_freeze_payments_too() {
        project(60, 'b');
        at(NOON).pass();
        Freeze freeze = freezes.current().orElseThrow();
        assertEquals(Optional.of("projection"), freeze.facts().find(Fact.PEER));
        assertEquals(Optional.of("59"), freeze.facts().find(Fact.HEIGHT));
    }

    @Test
    void one_far_behind_is_told_and_closed_by_itself_once_it_has_caught_up() {
        project(80, 'a');
        finance.holding(80 - (int) Watcher.MOST_LAG);
        at(NOON).pass();
        assertEquals(List.of(), of(AlarmKind.LEDGER_LAG));

        finance.holding(80 - (int) Watcher.MOST_LAG - 1);
        at(NOON).pass();
        at(NOON).pass();
        Alarm alarm = of(AlarmKind.LEDGER_LAG).getFirst();
        assertEquals("peer0.FINANCE", alarm.subject().id());
        assertEquals(Optional.of("51"), alarm.facts().find(Fact.LAG));
        assertEquals(2, alarm.times());
        assertFalse(freezes.isFrozen());

        finance.holding(80);
        at(NOON).pass();
        assertEquals(AlarmState.CLOSED, of(AlarmKind.LEDGER_LAG).getFirst().state());
    }

    @Test
    void one_that_is_silent_for_longer_than_a_restart_is_told() {
        project(80, 'a');
        at(NOON).pass();
        hospital.silent(true);
        at(NOON.plus(Watcher.SILENCE)).pass();
        assertEquals(List.of(), of(AlarmKind.LEDGER_LAG));
        at(NOON.plus(Watcher.SILENCE).plus(Duration.ofSeconds(1))).pass();
        Alarm alarm = of(AlarmKind.LEDGER_LAG).getFirst();
        assertEquals(Optional.of(NOON.toString()), alarm.facts().find(Fact.SILENT_SINCE));
        WatchedPeer silent =
                at(NOON).standings().stream()
                        .filter(peer -> !peer.answers())
                        .findFirst()
                        .orElseThrow();
        assertEquals(80, silent.height().orElseThrow());
        assertEquals(TestPeer.hash('a', 79), silent.hash());
        assertFalse(freezes.isFrozen());
    }

    @Test
    void one_that_is_no_longer_asked_is_forgotten() {
        at(NOON).pass();
        new Watcher(database, List.of(insurance), freezes, alarms, Clock.systemUTC()).pass();
        assertEquals(2, at(NOON).standings().size());
    }

    private Watcher at(Instant now) {
        return new Watcher(
                database,
                List.of(insurance, hospital, finance),
                freezes,
                alarms,
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private List<Alarm> of(AlarmKind kind) {
        return alarms.list(new AlarmFilter(Optional.empty(), Optional.of(kind), 10));
    }

    /** What the projection has read: so many blocks of a chain. */
    private void project(int height, char chain) {
        database.changeInTransaction(tx -> {
            for (int i = 0; i < height; i++) {
                tx.createUpdate("INSERT INTO ledger_block VALUES (:number, :hash, '')")
                        .bind("number", i)
                        .bind("hash", TestPeer.hash(chain, i))
                        .execute();
            }
            tx.createUpdate("UPDATE ledger_checkpoint SET next_block = :height")
                    .bind("height", height)
                    .execute();
        });
    }
}
