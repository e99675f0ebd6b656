package io.yipiao.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.demo.Main;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The whole story, told over HTTP, on the real network. */
class FabricStoryIT {
    @Test
    void the_story_of_a_bill_ends_well_on_a_network_of_three_organisations() {
        System.setProperty("yipiao.network.command", Path.of("fabric").toAbsolutePath().toString());
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);

        int status =
                Main.run(
                        List.of(
                                "--story",
                                "--ledger=fabric",
                                "--fabric-client=" + TestNetwork.shared().clientFile()),
                        out);

        String story = told.toString(StandardCharsets.UTF_8);
        System.out.println(story);
        assertEquals(0, status, story);
        assertTrue(story.contains("¥1830.70 of ¥3354.30"), story);
        assertTrue(story.contains("¥178.88 wanted back"), story);
    }
}
