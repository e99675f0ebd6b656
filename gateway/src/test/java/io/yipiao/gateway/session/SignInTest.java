package io.yipiao.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class SignInTest {
    private static final Optional<String> ADDRESS = Optional.of("192.0.2.7");

    @TempDir private Path keys;
    private SessionWorld world;
    private UUID clerk;

    @BeforeEach
    void open() {
        world = new SessionWorld(keys);
        clerk = world.clerk();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void the_right_password_begins_a_new_session_each_time() {
        Entry.Entered first = entered("li.ming");
        Entry.Entered second = entered(" Li.Ming ");

        assertEquals(clerk, first.who().account());
        assertEquals(Optional.of(first.who()), world.sessions.visitor(first.text().reveal()));
        assertNotEquals(first.text().reveal(), second.text().reveal());
    }

    @Test
    void a_wrong_password_and_a_login_that_nobody_has_get_the_same_answers() {
        for (String login : List.of("li.ming", "nobody", "", "\0", "x".repeat(5000))) {
            for (int i = 0; i < 3; i++) {
                assertEquals(new Entry.Wrong(), world.signIn.enter(login, "a guess"), login);
            }
            assertInstanceOf(Entry.Wait.class, world.signIn.enter(login, "a guess"), login);
        }
    }

    @Test
    void from_the_third_failure_on_the_wait_doubles_up_to_a_quarter_of_an_hour() {
        List<Long> waits = new ArrayList<>();
        for (int failure = 1; failure <= 13; failure++) {
            assertEquals(new Entry.Wrong(), world.signIn.enter("li.ming", "a guess"));
            if (failure >= 3) {
                Duration left = left();
                waits.add(left.plusMillis(999).toSeconds());
                world.pass(left.toMillis() + " milliseconds");
            }
        }
        assertEquals(List.of(2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L, 900L, 900L), waits);
    }

    @Test
    void an_attempt_within_the_wait_is_not_looked_at_and_does_not_lengthen_it() {
        fail(6);
        Duration before = left();

        for (int i = 0; i < 20; i++) {
            assertInstanceOf(
                    Entry.Wait.class, world.signIn.enter("li.ming", SessionWorld.PASSWORD));
        }
        assertTrue(left().compareTo(before) <= 0);
        world.pass("16 seconds");
        entered("li.ming");
    }

    @Test
    void success_forgives_what_went_before() {
        fail(2);
        entered("li.ming");
        fail(2);
        entered("li.ming");
    }

    @Test
    void a_wait_is_one_logins_only() {
        fail(3);

        assertEquals(new Entry.Wrong(), world.signIn.enter("wang.fang", "a guess"));
    }

    @Test
    void attempts_at_the_same_time_do_not_slip_in() throws Exception {
        List<Callable<Entry>> guesses = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            String guess = "guess number " + i;
            guesses.add(() -> world.signIn.enter("li.ming", guess));
        }
        long lookedAt = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Entry> answer : threads.invokeAll(guesses)) {
                lookedAt += answer.get() instanceof Entry.Wrong ? 1 : 0;
            }
        }
        assertEquals(3, lookedAt);
    }

    @Test
    void an_address_waits_from_its_twentieth_failure_within_a_quarter_of_an_hour() {
        failFrom(ADDRESS, 20);

        assertInstanceOf(
                Entry.Wait.class, world.signIn.enter("li.ming", SessionWorld.PASSWORD, ADDRESS));
        assertInstanceOf(
                Entry.Entered.class,
                world.signIn.enter("li.ming", SessionWorld.PASSWORD, Optional.of("192.0.2.8")));
        world.pass("2 seconds");
        assertInstanceOf(
                Entry.Entered.class, world.signIn.enter("li.ming", SessionWorld.PASSWORD, ADDRESS));
    }

    @Test
    void an_own_success_does_not_forgive_an_address_its_guesses() {
        failFrom(ADDRESS, 19);
        assertInstanceOf(
                Entry.Entered.class, world.signIn.enter("li.ming", SessionWorld.PASSWORD, ADDRESS));

        assertEquals(new Entry.Wrong(), world.signIn.enter("one.more", "a guess", ADDRESS));
        assertInstanceOf(Entry.Wait.class, world.signIn.enter("one.more", "a guess", ADDRESS));
    }

    @Test
    void failures_of_an_address_that_lie_further_apart_cost_nothing() {
        failFrom(ADDRESS, 19);
        world.pass("16 minutes");
        failFrom(ADDRESS, 19);

        assertInstanceOf(
                Entry.Entered.class, world.signIn.enter("li.ming", SessionWorld.PASSWORD, ADDRESS));
    }

    @Test
    void a_login_that_has_to_wait_does_not_count_for_the_address() {
        fail(3);
        for (int i = 0; i < 30; i++) {
            assertInstanceOf(Entry.Wait.class, world.signIn.enter("li.ming", "a guess", ADDRESS));
        }
        assertEquals(new Entry.Wrong(), world.signIn.enter("wang.fang", "a guess", ADDRESS));
    }

    @Test
    void failures_are_forgotten_after_a_day_and_name_nobody() {
        world.signIn.enter("my password", "a guess", ADDRESS);
        String table = world.table("sign_in_delay");
        assertFalse(table.contains("my password") || table.contains("192.0.2.7"));

        world.pass("25 hours");
        world.signIn.enter("li.ming", SessionWorld.PASSWORD);

        assertEquals(1, world.table("sign_in_delay").lines().count());
    }

    private Entry.Entered entered(String login) {
        return assertInstanceOf(
                Entry.Entered.class, world.signIn.enter(login, SessionWorld.PASSWORD));
    }

    private Duration left() {
        return assertInstanceOf(
                        Entry.Wait.class, world.signIn.enter("li.ming", SessionWorld.PASSWORD))
                .left();
    }

    /** So many failures, each looked at. */
    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            while (world.signIn.enter("li.ming", "a guess") instanceof Entry.Wait wait) {
                world.pass(wait.left().toMillis() + " milliseconds");
            }
        }
    }

    /** So many failures from an address, each at another login. */
    private void failFrom(Optional<String> address, int times) {
        for (int i = 0; i < times; i++) {
            String login = "login" + UUID.randomUUID();
            assertEquals(new Entry.Wrong(), world.signIn.enter(login, "a guess", address));
        }
    }
}
