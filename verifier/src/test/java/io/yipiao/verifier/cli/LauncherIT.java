package io.yipiao.verifier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The script itself, as a shell starts it, on what the build made. */
class LauncherIT {
    private static final Path SCRIPT = Path.of("yipiao-verify").toAbsolutePath();

    @TempDir Path folder;

    @Test
    void answers_in_utf_8_whatever_the_locale() throws Exception {
        Called called = run(Map.of("LC_ALL", "C"), "explain", "OPEN", "--language", "zh");
        assertEquals(Exit.GOOD, called.exit());
        assertTrue(called.out().startsWith("✓ OPEN 真票，还没有报销过\n"), called.out());
    }

    @Test
    void takes_names_of_files_in_chinese_whatever_the_locale() throws Exception {
        Path keys = folder.resolve("示范市人民医院");
        Map<String, String> plain = Map.of("LC_ALL", "POSIX");
        assertEquals(Exit.GOOD, run(plain, "key", keys.toString(), "--name", "示范").exit());
        assertTrue(Files.exists(keys.resolve(KeyFolder.CERTIFICATE)));
    }

    @Test
    void asks_the_environment_for_its_language_before_it_changes_it() throws Exception {
        assertTrue(run(Map.of("LC_ALL", "zh_CN.GB18030"), "explain").out().contains("真票"));
        assertTrue(run(Map.of("LANG", "C"), "explain").out().contains("Genuine"));
    }

    @Test
    void runs_from_anywhere_and_through_a_link() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("verify"), SCRIPT);
        assertEquals(Exit.GOOD, run(link, Map.of(), "explain", "FULL").exit());
    }

    @Test
    void hands_on_exit_codes_and_standard_input() throws Exception {
        assertEquals(Exit.BAD, run(Map.of(), "inspect", "-").exit());
        assertEquals(Exit.UNUSABLE, run(Map.of(), "verify").exit());
    }

    @Test
    void is_clean_for_shellcheck() throws Exception {
        assumeTrue(isInstalled("shellcheck"), "shellcheck is not installed");
        Process check =
                new ProcessBuilder("shellcheck", SCRIPT.toString())
                        .redirectErrorStream(true)
                        .start();
        byte[] found = check.getInputStream().readAllBytes();
        assertEquals(0, check.waitFor(), new String(found, StandardCharsets.UTF_8));
    }

    private Called run(Map<String, String> environment, String... arguments) throws Exception {
        return run(SCRIPT, environment, arguments);
    }

    private Called run(Path script, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command =
                Stream.concat(Stream.of(script.toString()), Arrays.stream(arguments)).toList();
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment()
                .keySet()
                .removeAll(List.of("LC_ALL", "LC_MESSAGES", "LC_CTYPE", "LANG", "YIPIAO_LANGUAGE"));
        builder.environment().putAll(environment);
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        process.getOutputStream().close();
        int exit = process.waitFor();
        return new Called(exit, Files.readString(out), Files.readString(err));
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
