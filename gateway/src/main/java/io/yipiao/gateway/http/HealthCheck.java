package io.yipiao.gateway.http;

import java.util.Optional;

/**
 * Something that whoever asks for the service's health should know.
 *
 * @param name one or two words: {@code database}
 * @param probe looks whether it is well
 * @param vital whether the service cannot serve without it
 */
public record HealthCheck(String name, Probe probe, boolean vital) {
    /** Something without which the service cannot serve. */
    public HealthCheck(String name, Probe probe) {
        this(name, probe, true);
    }

    /** Something that a person must know of, while the service serves all the same. */
    public static HealthCheck notice(String name, Probe probe) {
        return new HealthCheck(name, probe, false);
    }

    /** Looks; it has three seconds. */
    @FunctionalInterface
    public interface Probe {
        /** What is wrong, in a few words that anyone may read; empty if all is well. */
        Optional<String> fault() throws Exception;
    }
}
