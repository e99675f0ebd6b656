package io.yipiao.network.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The small bench on a real network. It fails on ratios only, and only where one is far outside of
 * what was ever seen: {@code limits.csv} has the widest, which each machine keeps. {@code
 * -Dyipiao.bench=none} leaves it out.
 */
@DisabledIfSystemProperty(named = "yipiao.bench", matches = "none")
final class BenchIT {

    @Test
    void no_ratio_is_far_outside_its_spread() throws Exception {
        Path root = Path.of("..").toAbsolutePath().normalize();

        assertEquals(0, BenchCommand.line().execute("--small", "--root=" + root));

        Json.Members table =
                JsonReader.readObject(
                        Files.readAllBytes(root.resolve("network/target/bench/bench.json")));
        List<String> outside = new ArrayList<>();
        for (Json.Members line : table.items("lines").objects("lines")) {
            outside.addAll(Limit.outside(line));
        }
        assertTrue(outside.isEmpty(), () -> String.join("\n", outside));
    }
}
