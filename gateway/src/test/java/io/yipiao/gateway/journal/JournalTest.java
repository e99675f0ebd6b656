package io.yipiao.gateway.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

@Isolated("every line of the JVM comes to it")
class JournalTest {
    private static final Logger ROOT = Logger.getLogger("");

    private final List<String> lines = new ArrayList<>();
    private final Handler handler = new Lines();

    @BeforeEach
    void listen() {
        ROOT.addHandler(handler);
    }

    @AfterEach
    void stop() {
        ROOT.removeHandler(handler);
    }

    @Test
    void a_line_is_json_with_the_named_values_and_the_request() throws Exception {
        Journal.within(
                "7KQ2",
                () -> Log.of(JournalTest.class).info("batch anchored", "size", 12, "by", "x"));

        Json.Members line = only();
        assertEquals("batch anchored", line.text("message"));
        assertEquals("INFO", line.text("level"));
        assertEquals(JournalTest.class.getName(), line.text("from"));
        assertEquals("7KQ2", line.text("request"));
        assertEquals(12, line.whole("size"));
    }

    @Test
    void an_error_comes_with_its_cause_and_where_it_arose() throws Exception {
        Throwable failure = new IllegalStateException("no", new IllegalArgumentException("why"));

        Log.of(JournalTest.class).error("a request failed", failure);

        assertEquals(
                "java.lang.IllegalStateException: no because"
                        + " java.lang.IllegalArgumentException: why",
                only().text("error"));
        assertTrue(only().items("trace").values().size() > 1);
    }

    @Test
    void what_looks_personal_is_masked_wherever_it_comes_from() {
        Log log = Log.of(JournalTest.class);
        log.warn("odd", new IllegalStateException("Key (99010119900307123X) exists"));
        log.info("odd", "value", "6222021001116245702", "phone", "13805701234");
        log.info("odd", "path", "/Q/AEAAAAAAGAZTAOBQ");

        String all = String.join("", lines);
        for (String secret :
                new String[] {
                    "99010119900307123X", "6222021001116245702", "13805701234", "AEAAA"
                }) {
            assertFalse(all.contains(secret), all);
        }
    }

    @Test
    void digests_and_instants_stay_readable() throws Exception {
        String digest = "330802199003071234567890abcdef".repeat(2) + "1234";

        Log.of(JournalTest.class).info("seen", "digest", digest, "since", "2026-09-13T02:21:07Z");

        assertEquals(digest, only().text("digest"));
        assertEquals("2026-09-13T02:21:07Z", only().text("since"));
    }

    @Test
    void a_value_does_not_take_the_place_of_what_every_line_has() throws Exception {
        Log.of(JournalTest.class).info("seen", "message", "other");

        assertEquals("seen", only().text("message"));
        assertEquals("other", only().text("message_"));
    }

    @Test
    void libraries_write_through_it_too() throws Exception {
        LoggerFactory.getLogger("org.example").warn("pool of {}", 3);

        assertEquals("pool of 3", only().text("message"));
    }

    @Test
    void it_goes_on_at_the_end_of_a_file(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("100%/journal");
        Handler[] before = ROOT.getHandlers();
        for (Handler theirs : before) {
            ROOT.removeHandler(theirs);
        }
        try {
            Journal.begin(file);
            Log.of(JournalTest.class).info("one");
            Journal.begin(file);
            Log.of(JournalTest.class).info("two");
        } finally {
            for (Handler ours : ROOT.getHandlers()) {
                ROOT.removeHandler(ours);
                ours.close();
            }
            for (Handler theirs : before) {
                ROOT.addHandler(theirs);
            }
        }

        assertEquals(2, Files.readAllLines(file).size());
    }

    private Json.Members only() throws Exception {
        assertEquals(1, lines.size(), lines.toString());
        return JsonReader.readObject(lines.getFirst().getBytes(StandardCharsets.UTF_8));
    }

    /** Keeps what would be written. */
    private final class Lines extends Handler {
        private final JsonLines format = new JsonLines();

        @Override
        public void publish(LogRecord record) {
            lines.add(format.format(record));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
