package io.yipiao.verifier.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;

/**
 * That a program which shares no code with ours agrees with every vector: {@code
 * src/test/python/check_vectors.py}, on Python's hashlib and OpenSSL. Another interpreter than the
 * {@code python3} of the PATH is named by {@code -Dpython=/path/to/python3}.
 */
class IndependentCheckTest {
    private static final Path CHECKER = Path.of("src/test/python/check_vectors.py");
    private static final String PYTHON = System.getProperty("python", "python3");

    @Test
    void agrees_with_every_vector() throws InterruptedException {
        try {
            Process checker =
                    new ProcessBuilder(PYTHON, "-B", "-X", "utf8", CHECKER.toString())
                            .redirectErrorStream(true)
                            .start();
            String said = new String(checker.getInputStream().readAllBytes(), UTF_8);
            assertEquals(0, checker.waitFor(), said);
        } catch (IOException e) {
            fail(
                    "cannot run "
                            + PYTHON
                            + ": the vectors are checked a second time by Python 3.9 or later,"
                            + " with OpenSSL 3 (Debian: apt-get install python3 openssl)",
                    e);
        }
    }
}
