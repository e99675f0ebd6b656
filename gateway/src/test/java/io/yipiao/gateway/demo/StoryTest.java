package io.yipiao.gateway.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The whole story, told over HTTP, on the embedded ledger and a real database. */
class StoryTest {
    @Test
    void the_story_of_a_bill_ends_well_on_the_embedded_ledger() {
        ByteArrayOutputStream told = new ByteArrayOutputStream();

        int status =
                Main.run(List.of("--story"), new PrintStream(told, true, StandardCharsets.UTF_8));

        String story = told.toString(StandardCharsets.UTF_8);
        assertEquals(0, status, story);
        assertTrue(story.contains("¥1830.70 of ¥3354.30"), story);
        assertTrue(story.contains("¥178.88 wanted back"), story);
    }

    @Test
    void a_setting_that_nobody_knows_is_named_and_nothing_starts() {
        ByteArrayOutputStream told = new ByteArrayOutputStream();

        int status =
                Main.run(
                        List.of("--story", "--no-such-setting=1"),
                        new PrintStream(told, true, StandardCharsets.UTF_8));

        assertEquals(2, status);
        assertTrue(told.toString(StandardCharsets.UTF_8).contains("no-such-setting"));
    }
}
