package io.yipiao.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.access.Owner;
import io.yipiao.gateway.access.Role;
import io.yipiao.verifier.bill.FieldException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;

class AccountsTest {
    @TempDir private Path keys;
    private SessionWorld world;

    @BeforeEach
    void open() {
        world = new SessionWorld(keys);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void the_table_shows_neither_name_nor_password_nor_paper() {
        world.clerk();

        String table = world.table("account");

        assertTrue(table.contains("li.ming"));
        assertFalse(table.contains("李明"));
        assertFalse(table.contains(SessionWorld.PASSWORD));
        assertFalse(table.contains("990000197611110067"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "li",
                "Li.Ming",
                "li ming",
                "李明明",
                "li'--",
                "oidc:1",
                "a1234567890123456789012345678901234567890123456789012345678901234"
            })
    void refuses_a_login_of_another_shape(String login) {
        assertEquals("login", refused(login, SessionWorld.PASSWORD).field());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123456789", "li.ming.the.clerk", "LI.Ming.the.Clerk"})
    void refuses_a_password_that_is_short_or_the_login_and_does_not_repeat_it(String password) {
        FieldException refusal = refused("li.ming.the.clerk", password);

        assertEquals("password", refusal.field());
        assertTrue(password.isEmpty() || !refusal.found().contains(password));
    }

    @Test
    void a_password_is_counted_in_characters_up_to_128() throws FieldException {
        world.accounts.create("first", "𠮷".repeat(128), Set.of(Role.ADMIN), Owner.named("a"));

        assertInstanceOf(Entry.Entered.class, world.signIn.enter("first", "𠮷".repeat(128)));
        assertEquals("password", refused("second", "𠮷".repeat(129)).field());
    }

    @Test
    void refuses_a_login_that_somebody_has() {
        world.clerk();

        assertEquals("login", refused("li.ming", SessionWorld.PASSWORD).field());
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"HOSPITAL", "CITIZEN", "AGENT", "CLERK", "PAYER"})
    void a_role_that_needs_an_owner_is_not_given_to_a_mere_name(Role role) {
        assertThrows(
                FieldException.class,
                () ->
                        world.accounts.create(
                                "nobody",
                                SessionWorld.PASSWORD,
                                Set.of(role),
                                Owner.named("nobody")));
    }

    @Test
    void a_password_asked_for_again_counts_as_at_the_door() {
        UUID clerk = world.clerk();

        assertTrue(world.accounts.confirms(clerk, SessionWorld.PASSWORD));
        for (int i = 0; i < 3; i++) {
            assertFalse(world.accounts.confirms(clerk, "a guess"));
        }
        assertFalse(world.accounts.confirms(clerk, SessionWorld.PASSWORD));
        assertInstanceOf(Entry.Wait.class, world.signIn.enter("li.ming", SessionWorld.PASSWORD));

        world.pass("2 seconds");
        assertTrue(world.accounts.confirms(clerk, SessionWorld.PASSWORD));
    }

    @Test
    void nobody_confirms_nothing() {
        assertFalse(world.accounts.confirms(UUID.randomUUID(), SessionWorld.PASSWORD));
    }

    @Test
    void another_password_ends_every_session_and_the_old_one_opens_nothing() throws FieldException {
        UUID clerk = world.clerk();
        SessionText text = world.sessions.begin(clerk);

        world.accounts.changePassword(clerk, SessionWorld.PASSWORD, "battery staple");

        assertTrue(world.sessions.visitor(text.reveal()).isEmpty());
        assertInstanceOf(Entry.Wrong.class, world.signIn.enter("li.ming", SessionWorld.PASSWORD));
        assertInstanceOf(Entry.Entered.class, world.signIn.enter("li.ming", "battery staple"));
    }

    @Test
    void a_password_is_not_changed_by_who_does_not_know_it_nor_to_a_short_one() {
        UUID clerk = world.clerk();

        assertEquals("old", notChanged(clerk, "a guess", "battery staple").field());
        assertEquals("password", notChanged(clerk, SessionWorld.PASSWORD, "short").field());
        assertEquals(
                "old",
                notChanged(UUID.randomUUID(), SessionWorld.PASSWORD, "battery staple").field());
        assertInstanceOf(Entry.Entered.class, world.signIn.enter("li.ming", SessionWorld.PASSWORD));
    }

    private FieldException refused(String login, String password) {
        return assertThrows(
                FieldException.class,
                () -> world.accounts.create(login, password, Set.of(Role.CLERK), world.owner()));
    }

    private FieldException notChanged(UUID account, String old, String password) {
        return assertThrows(
                FieldException.class, () -> world.accounts.changePassword(account, old, password));
    }
}
