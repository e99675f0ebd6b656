package io.yipiao.gateway.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

class DatabaseTest {
    private static final Database DATABASE = TestDatabase.fresh();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void an_empty_table() {
        DATABASE.with(handle ->
                handle.execute(
                        "DROP TABLE IF EXISTS thing; CREATE TABLE thing"
                                + " (id bigint CONSTRAINT thing_once PRIMARY KEY)"));
    }

    @Test
    void keeps_what_a_transaction_wrote() {
        DATABASE.changeInTransaction(handle -> handle.execute("INSERT INTO thing VALUES (1)"));

        assertEquals(1, things());
    }

    @Test
    void undoes_a_transaction_that_throws_and_lets_the_exception_through() {
        assertThrows(
                IOException.class,
                () ->
                        DATABASE.changeInTransaction(handle -> {
                            handle.execute("INSERT INTO thing VALUES (1)");
                            throw new IOException("the disk is full");
                        }));

        assertEquals(0, things());
    }

    @Test
    void names_the_constraint_that_refused_a_row_but_not_the_row() {
        DATABASE.with(handle -> handle.execute("INSERT INTO thing VALUES (330802)"));

        JdbiException refusal =
                assertThrows(
                        JdbiException.class,
                        () ->
                                DATABASE.with(handle ->
                                        handle.execute("INSERT INTO thing VALUES (330802)")));

        assertEquals(Optional.of("thing_once"), Database.violated(refusal));
        assertTrue(!String.valueOf(refusal.getCause()).contains("330802"), refusal.toString());
    }

    @Test
    void tests_refuse_work_that_has_a_connection_and_asks_for_a_second_one() {
        assertThrows(
                AssertionError.class,
                () -> DATABASE.changeInTransaction(handle -> DATABASE.with(other -> 1)));

        assertEquals(0, things(), "the next work may have one");
    }

    @Test
    void takes_rows_by_copy() throws Exception {
        DATABASE.changeInTransaction(handle ->
                handle.getConnection()
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("COPY thing FROM STDIN", new StringReader("1\n2\n3\n")));

        assertEquals(3, things());
    }

    @Test
    void serves_more_virtual_threads_than_it_has_connections() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 200).forEach(i -> threads.execute(() -> insert(i)));
        }

        assertEquals(200, things());
    }

    @Test
    void writes_through_to_the_disk() {
        assertEquals("on", setting("fsync"));
        assertEquals("on", setting("synchronous_commit"));
        assertEquals("on", setting("full_page_writes"));
    }

    @Test
    void answers_while_it_is_up() {
        assertTrue(DATABASE.answers());
    }

    @Test
    void reports_how_its_pool_does() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();

        DATABASE.measure(meters);

        assertEquals(8, meters.get("hikaricp.connections.max").gauge().value());
    }

    private static int insert(int id) {
        return DATABASE.inTransaction(handle -> handle.execute("INSERT INTO thing VALUES (?)", id));
    }

    private static int things() {
        return DATABASE.with(
                handle -> handle.createQuery("SELECT count(*) FROM thing").mapTo(int.class).one());
    }

    private static String setting(String name) {
        return DATABASE.with(
                handle -> handle.createQuery("SHOW " + name).mapTo(String.class).one());
    }
}
