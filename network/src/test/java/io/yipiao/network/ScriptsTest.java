package io.yipiao.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every shell script of the project passes ShellCheck. */
class ScriptsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @Test
    void every_script_passes_shellcheck() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("shellcheck", "-x"));
        command.addAll(
                List.of(".ci/run", "gateway/yipiao", "verifier/yipiao-verify", "network/fabric"));
        command.add("network/fire");
        command.add("network/test/fabric-test");
        for (String folder : List.of("network/lib", "network/builder/bin")) {
            try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
                files.sorted().forEach(file -> command.add(ROOT.relativize(file).toString()));
            }
        }
        Process process =
                new ProcessBuilder(command)
                        .directory(ROOT.toFile())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
    }
}
