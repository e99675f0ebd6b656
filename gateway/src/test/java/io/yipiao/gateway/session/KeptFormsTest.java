package io.yipiao.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** What was typed when the session was over. */
class KeptFormsTest {
    private static final String PATH = "/desk/claims/1";
    private static final String FORM = "reason=不在目录里";

    @TempDir private Path folder;
    private SessionWorld world;
    private KeptForms kept;

    @BeforeEach
    void open() {
        world = new SessionWorld(folder);
        kept = new KeptForms(world.database, world.secrets);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_form_waits_for_whoever_held_the_session_on_its_page_alone() {
        UUID clerk = world.clerk();
        String session = world.sessions.begin(clerk).reveal();
        world.pass("31 minutes");
        world.sessions.begin(clerk);
        kept.keep(session, PATH, FORM);
        assertEquals(Optional.of(FORM), kept.of(clerk, PATH));
        assertEquals(Optional.empty(), kept.of(clerk, "/desk/claims/2"));
        assertEquals(Optional.empty(), kept.of(UUID.randomUUID(), PATH));
        kept.keep(session, PATH, "reason=2");
        assertEquals(Optional.of("reason=2"), kept.of(clerk, PATH));
        kept.forget(clerk);
        assertEquals(Optional.empty(), kept.of(clerk, PATH));
    }

    @Test
    void nothing_is_kept_of_a_session_that_was_ended_or_never_was() {
        UUID clerk = world.clerk();
        String session = world.sessions.begin(clerk).reveal();
        world.sessions.end(session);
        kept.keep(session, PATH, FORM);
        kept.keep("nonsense", PATH, FORM);
        assertEquals(Optional.empty(), kept.of(clerk, PATH));
    }

    @Test
    void after_an_hour_it_is_gone_and_meanwhile_the_database_does_not_show_it() {
        UUID clerk = world.clerk();
        kept.keep(world.sessions.begin(clerk).reveal(), PATH, FORM);
        byte[] row =
                world.database.with(handle ->
                        handle.createQuery("SELECT form FROM kept_form").mapTo(byte[].class).one());
        assertFalse(new String(row, StandardCharsets.UTF_8).contains("reason"));
        world.database.changeInTransaction(
                tx -> tx.execute("UPDATE kept_form SET kept_at = now() - interval '61 minutes'"));
        assertEquals(Optional.empty(), kept.of(clerk, PATH));
    }
}
