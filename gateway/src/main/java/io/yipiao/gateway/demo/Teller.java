package io.yipiao.gateway.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.Supplier;

/** Prints each step of a story as one line, with how long it took. */
final class Teller {
    private final PrintStream out;
    private int step;

    Teller(PrintStream out) {
        this.out = out;
    }

    /** Does a step and prints what it says of itself. */
    void step(String title, Supplier<String> work) {
        long begin = System.nanoTime();
        String said = work.get();
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        out.printf("%2d  %-34s %6d ms  %s%n", ++step, title, took.toMillis(), said);
    }
}
