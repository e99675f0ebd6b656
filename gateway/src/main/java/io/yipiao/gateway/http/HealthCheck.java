package io.yipiao.gateway.http;

import java.util.Optional;

/**
 * Something without which the service cannot serve.
 *
 * @param name one or two words: {@code database}
 * @param probe looks whether it is well
 */
public record HealthCheck(String name, Probe probe) {
    /** Looks; it has three seconds. */
    @FunctionalInterface
    public interface Probe {
        /** What is wrong, in a few words that anyone may read; empty if all is well. */
        Optional<String> fault() throws Exception;
    }
}
