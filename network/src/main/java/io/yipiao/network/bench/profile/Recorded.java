package io.yipiao.network.bench.profile;

import jdk.jfr.Recording;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;

/** Samples this process while something is done. */
public final class Recorded {
    private Recorded() {}

    /** Does it, and writes the recording even if it failed. */
    public static <T> T during(Path file, Callable<T> work) throws Exception {
        try (Recording recording = new Recording()) {
            recording.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(10));
            recording.enable("jdk.ObjectAllocationSample").with("throttle", "200/s");
            recording.start();
            try {
                return work.call();
            } finally {
                recording.stop();
                recording.dump(file);
            }
        }
    }
}
