package io.yipiao.gateway.claim;

import static io.yipiao.gateway.claim.ClaimWorld.ZHANG;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.bill.Bills;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The table of moves, in the code and in the database. */
class ClaimMovesTest extends ClaimTest {

    @Test
    void code_and_database_have_the_same_table() {
        Set<String> code = new HashSet<>();
        for (ClaimState from : ClaimState.values()) {
            from.next().forEach(to -> code.add(from + " " + to));
        }
        Set<String> table =
                new HashSet<>(
                        world.database.with(handle ->
                                handle.createQuery(
                                                "SELECT from_state || ' ' || to_state FROM"
                                                        + " claim_move")
                                        .mapTo(String.class)
                                        .list()));
        assertEquals(code, table);
    }

    @Test
    void every_move_outside_the_table_is_refused_by_code_and_database() {
        ClaimNumber number = waiting();
        ClaimStore store = new ClaimStore(world.database, clock);
        for (ClaimState from : ClaimState.values()) {
            for (ClaimState to : ClaimState.values()) {
                if (!from.next().contains(to)) {
                    set(number, from);
                    Claim claim = store.find(number).orElseThrow();
                    assertThrows(
                            IllegalStateException.class,
                            () -> store.move(claim, Move.bySystem(to)),
                            from + " to " + to);
                    assertEquals(
                            Optional.of("claim_event_from_state_to_state_fkey"),
                            Database.violated(
                                    assertThrows(
                                            RuntimeException.class,
                                            () -> event(number, from, to))));
                    assertEquals(from, store.find(number).orElseThrow().state());
                }
            }
        }
    }

    @Test
    void a_claim_that_moved_meanwhile_is_not_moved_again() {
        ClaimNumber number = waiting();
        ClaimStore store = new ClaimStore(world.database, clock);
        for (ClaimState from : ClaimState.values()) {
            for (ClaimState to : from.next()) {
                set(number, from);
                Claim seen = store.find(number).orElseThrow();
                if (from == to) {
                    store.move(seen, Move.bySystem(to));
                }
                set(number, to);
                assertThrows(Overtaken.class, () -> store.move(seen, Move.bySystem(to)));
                assertEquals(to, store.find(number).orElseThrow().state());
            }
        }
    }

    @Test
    void only_a_claim_that_came_in_begins_its_history() {
        ClaimNumber number = waiting();
        assertThrows(
                RuntimeException.class,
                () ->
                        world.database.with(handle ->
                                handle.createUpdate(
                                                """
                                                INSERT INTO claim_event (claim, step, at, to_state, actor, name, note)
                                                VALUES (:claim, 99, now(), 'STAMPED', 'SYSTEM', '', '')
                                                """)
                                        .bind("claim", number.text())
                                        .execute()));
    }

    private ClaimNumber waiting() {
        world.account(ZHANG, "张示范");
        return world.taken(ZHANG, world.registered(world.ours(Bills.numbered(number())))).number();
    }

    private void set(ClaimNumber number, ClaimState state) {
        world.database.with(handle ->
                handle.createUpdate("UPDATE claim SET state = :state WHERE number = :number")
                        .bind("state", state.name())
                        .bind("number", number.text())
                        .execute());
    }

    private int event(ClaimNumber number, ClaimState from, ClaimState to) {
        return world.database.with(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO claim_event (claim, step, at, from_state, to_state, actor, name, note)
                                VALUES (:claim, 99, now(), :from, :to, 'SYSTEM', '', '')
                                """)
                        .bind("claim", number.text())
                        .bind("from", from.name())
                        .bind("to", to.name())
                        .execute());
    }
}
