package io.yipiao.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.access.Principal;
import io.yipiao.gateway.access.Role;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;

class SessionsTest {
    @TempDir private Path keys;
    private SessionWorld world;
    private UUID clerk;
    private SessionText text;

    @BeforeEach
    void open() {
        world = new SessionWorld(keys);
        clerk = world.clerk();
        text = world.sessions.begin(clerk);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_session_says_who_holds_it_and_what_he_may_do() {
        SignedIn who = world.sessions.visitor(text.reveal()).orElseThrow();

        assertEquals(
                new SignedIn(
                        clerk, "li.ming", new Principal(clerk, Set.of(Role.CLERK), world.owner())),
                who);
    }

    @Test
    void only_a_hash_of_its_text_is_stored() {
        String table = world.table("session");

        assertFalse(table.contains(text.reveal()));
        assertTrue(table.contains(text.hash().hex()));
        assertEquals("SessionText", text.toString());
    }

    @Test
    void each_session_has_a_text_of_its_own() {
        assertNotEquals(text.reveal(), world.sessions.begin(clerk).reveal());
        assertTrue(alive());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\0",
                "' OR true --",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void nobody_holds_another_text(String other) {
        assertTrue(world.sessions.visitor(other).isEmpty());
        world.sessions.end(other);
        assertTrue(alive());
    }

    @Test
    void ends_when_it_was_not_seen_for_half_an_hour() {
        world.pass("29 minutes");
        assertTrue(alive());
        world.pass("29 minutes");
        assertTrue(alive());
        world.pass("30 minutes");
        assertFalse(alive());
    }

    @Test
    void ends_after_twelve_hours_however_often_it_is_seen() {
        for (int i = 0; i < 36; i++) {
            assertTrue(alive());
            world.pass("20 minutes");
        }
        assertFalse(alive());
    }

    @Test
    void being_seen_is_written_once_a_minute_at_most() {
        String before = world.table("session");
        world.pass("50 seconds");
        String later = world.table("session");
        assertNotEquals(before, later);

        assertTrue(alive());
        assertEquals(later, world.table("session"));

        world.pass("20 seconds");
        later = world.table("session");
        assertTrue(alive());
        assertNotEquals(later, world.table("session"));
    }

    @Test
    void ends_when_its_holder_says_so_and_others_go_on() {
        SessionText other = world.sessions.begin(clerk);

        world.sessions.end(text.reveal());

        assertFalse(alive());
        assertTrue(world.sessions.visitor(other.reveal()).isPresent());
    }

    @Test
    void all_of_an_account_end_together() {
        SessionText other = world.sessions.begin(clerk);

        world.sessions.endAll(clerk);

        assertFalse(alive());
        assertTrue(world.sessions.visitor(other.reveal()).isEmpty());
    }

    @Test
    void a_day_after_they_were_last_seen_sessions_are_forgotten_when_the_next_begins() {
        world.pass("25 hours");

        SessionText other = world.sessions.begin(clerk);

        assertFalse(world.table("session").contains(text.hash().hex()));
        assertTrue(world.table("session").contains(other.hash().hex()));
    }

    private boolean alive() {
        return world.sessions.visitor(text.reveal()).isPresent();
    }
}
