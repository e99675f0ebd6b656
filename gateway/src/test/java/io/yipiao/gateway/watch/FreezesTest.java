package io.yipiao.gateway.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.alarm.Fact;
import io.yipiao.gateway.alarm.Facts;
import io.yipiao.gateway.store.Database;
import io.yipiao.gateway.store.TestDatabase;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

@Timeout(60)
class FreezesTest {
    private static final Official ONE = new Official(UUID.randomUUID(), "周示例");
    private static final Official OTHER = new Official(UUID.randomUUID(), "郑示例");
    private static final Facts FACTS = Facts.of(Fact.HEIGHT, 17);

    private final Database database = TestDatabase.fresh();
    private final Freezes freezes =
            new Freezes(
                    database, Clock.fixed(Instant.parse("2026-09-30T04:00:00Z"), ZoneOffset.UTC));
    private final Payments payments = new Payments(database);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void nothing_leaves_while_payments_are_frozen() {
        assertTrue(mayLeave());
        assertTrue(payments.mayPrepare());
        begin();
        assertFalse(mayLeave());
        assertFalse(payments.mayPrepare());
        lift();
        assertTrue(mayLeave());
        assertTrue(payments.mayPrepare());
    }

    @Test
    void a_freeze_waits_for_those_who_passed_the_gate_and_lets_nobody_else_through()
            throws Exception {
        CountDownLatch passed = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        CompletableFuture<Boolean> paying =
                begun(() ->
                        database.inTransaction(tx -> {
                            boolean may = payments.mayLeave(tx);
                            passed.countDown();
                            await(commit);
                            return may;
                        }));
        await(passed);
        CompletableFuture<Boolean> freezing = begun(this::begin);
        awaitSomebodyWaiting();
        CompletableFuture<Boolean> late = begun(this::mayLeave);
        assertFalse(freezing.isDone());

        commit.countDown();
        assertTrue(paying.get(30, TimeUnit.SECONDS), "it had passed before");
        assertTrue(freezing.get(30, TimeUnit.SECONDS));
        assertFalse(late.get(30, TimeUnit.SECONDS), "it asked after");
    }

    @Test
    void two_who_see_the_same_begin_one() {
        CompletableFuture<Boolean> one = begun(this::begin);
        CompletableFuture<Boolean> other = begun(this::begin);
        assertTrue(one.join() ^ other.join());
        assertEquals(1, freezes.history(10).size());
    }

    @Test
    void who_asked_does_not_confirm() {
        begin();
        UUID id = freezes.current().orElseThrow().id();
        assertEquals(Lifting.NOT_ASKED, freezes.confirm(id, 1, OTHER));
        assertEquals(Lifting.DONE, freezes.askLift(id, ONE, "各方已对齐"));
        assertEquals(Lifting.ALREADY, freezes.askLift(id, ONE, "各方已对齐"));
        assertEquals(Lifting.ASKED_BEFORE, freezes.askLift(id, OTHER, "我也要求"));
        assertEquals(Lifting.SAME_PERSON, freezes.confirm(id, 1, ONE));
        Official namesake = new Official(UUID.randomUUID(), ONE.name());
        assertEquals(Lifting.SAME_PERSON, freezes.confirm(id, 1, namesake));
        assertTrue(freezes.isFrozen());
        assertEquals(Lifting.DONE, freezes.confirm(id, 1, OTHER));
        assertEquals(Lifting.ALREADY, freezes.confirm(id, 1, OTHER), "again");
        assertFalse(freezes.isFrozen());
        assertEquals(Lifting.NOT_FROZEN, freezes.askLift(id, ONE, "再来"));
    }

    @Test
    void the_database_refuses_one_who_confirms_himself() {
        begin();
        UUID id = freezes.current().orElseThrow().id();
        freezes.askLift(id, ONE, "各方已对齐");
        assertEquals(Optional.of("confirmer_is_another"), decided(id, ONE));
        assertEquals(
                Optional.of("confirmer_is_another"),
                decided(id, new Official(UUID.randomUUID(), ONE.name())));
        assertEquals(
                Optional.of("confirmer_is_another"), decided(id, new Official(ONE.id(), "他名")));
    }

    @Test
    void a_wish_that_was_refused_or_taken_back_leaves_room_for_another() {
        begin();
        UUID id = freezes.current().orElseThrow().id();
        freezes.askLift(id, ONE, "一");
        assertEquals(Lifting.DONE, freezes.refuse(id, 1, OTHER));
        assertEquals(Lifting.ALREADY, freezes.refuse(id, 1, OTHER));
        assertEquals(Lifting.NOT_ASKED, freezes.confirm(id, 1, OTHER));
        freezes.askLift(id, ONE, "二");
        assertEquals(Lifting.DONE, freezes.refuse(id, 2, ONE), "his own");
        freezes.askLift(id, OTHER, "三");
        assertEquals(Lifting.DONE, freezes.confirm(id, 3, ONE));

        Freeze freeze = freezes.history(10).getFirst();
        assertEquals(3, freeze.lifts().size());
        assertEquals(FACTS, freeze.facts());
        assertEquals("三", freeze.lifts().getLast().reason());
        assertEquals(
                Optional.of(ONE.name()),
                freeze.lifts().getLast().outcome().map(Freeze.Outcome::name));
        assertTrue(freeze.endedAt().isPresent());
    }

    @Test
    void nothing_is_lifted_while_peers_differ() {
        begin();
        UUID id = freezes.current().orElseThrow().id();
        freezes.askLift(id, ONE, "各方已对齐");
        differing(true);
        assertEquals(Lifting.STILL_DIFFERENT, freezes.confirm(id, 1, OTHER));
        assertTrue(freezes.isFrozen());
        differing(false);
        assertEquals(Lifting.DONE, freezes.confirm(id, 1, OTHER));
    }

    @Test
    void an_official_freezes_by_hand_and_says_why() {
        assertEquals(Lifting.DONE, freezes.begin(ONE, "演练"));
        assertEquals(Lifting.ALREADY, freezes.begin(OTHER, "演练"));
        Freeze freeze = freezes.current().orElseThrow();
        assertEquals(Freeze.Cause.PERSON, freeze.cause());
        assertEquals(ONE.name(), freeze.name());
        assertEquals("演练", freeze.reason());
    }

    private boolean begin() {
        return !freezes.isFrozen() && database.inTransaction(tx -> freezes.begin(tx, FACTS));
    }

    private void lift() {
        UUID id = freezes.current().orElseThrow().id();
        freezes.askLift(id, ONE, "各方已对齐");
        freezes.confirm(id, 1, OTHER);
    }

    private boolean mayLeave() {
        return database.inTransaction(payments::mayLeave);
    }

    private Optional<String> decided(UUID freeze, Official who) {
        FreezeStore store = new FreezeStore(Clock.systemUTC());
        return Database.violated(
                assertThrows(
                        RuntimeException.class,
                        () ->
                                database.changeInTransaction(
                                        tx -> store.decide(tx, freeze, 1, who, true))));
    }

    private void differing(boolean differs) {
        database.with(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO watched_peer (peer, organisation, differs, seen_at, looked_at)
                                VALUES ('peer0.finance', 'FINANCE', :differs, now(), now())
                                ON CONFLICT (peer) DO UPDATE SET differs = excluded.differs
                                """)
                        .bind("differs", differs)
                        .execute());
    }

    private void awaitSomebodyWaiting() {
        boolean waiting = false;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!waiting) {
            assertTrue(System.nanoTime() < end, "nobody waits");
            waiting =
                    database.with(handle ->
                            handle.createQuery(
                                            """
                                            SELECT EXISTS (SELECT FROM pg_locks l JOIN pg_class c ON c.oid = l.relation
                                                WHERE c.relname = 'payment_freeze' AND NOT l.granted)
                                            """)
                                    .mapTo(Boolean.class)
                                    .one());
            LockSupport.parkNanos(5_000_000);
        }
    }

    /** On a thread of its own: on a pool, who waits could keep whom he waits for from beginning. */
    private static CompletableFuture<Boolean> begun(Supplier<Boolean> work) {
        return CompletableFuture.supplyAsync(work, task -> Thread.ofVirtual().start(task));
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("it did not come to that");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
