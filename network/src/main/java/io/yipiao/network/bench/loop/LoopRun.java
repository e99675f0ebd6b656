package io.yipiao.network.bench.loop;

import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

import java.nio.file.Path;

/** Runs the loops. */
public final class LoopRun {
    private LoopRun() {}

    /**
     * Prints what JMH finds, and writes it as JSON.
     *
     * @param brief seconds a loop instead of half a minute
     * @return 0
     */
    public static int run(boolean brief, Path json) throws RunnerException {
        new Runner(
                        new OptionsBuilder()
                                .include(Loops.class.getName())
                                .forks(brief ? 1 : 2)
                                .warmupIterations(brief ? 2 : 5)
                                .warmupTime(TimeValue.seconds(1))
                                .measurementIterations(5)
                                .measurementTime(TimeValue.seconds(brief ? 1 : 2))
                                .resultFormat(ResultFormatType.JSON)
                                .result(json.toString())
                                .build())
                .run();
        return 0;
    }
}
