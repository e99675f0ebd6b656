package io.yipiao.gateway.watch;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * A peer as the watcher knows it.
 *
 * @param peer its host; {@code projection} is what the gateway itself has read
 * @param organisation whose peer it is
 * @param height how many blocks it had when it answered last; empty if it never did
 * @param hash of its last block; empty if there is none
 * @param commitHash the same, as far as peers keep one
 * @param lag how many blocks it was behind
 * @param differs whether it held another block than one of the others
 * @param answers whether it answered when it was asked last
 * @param seenAt when it answered last, or was asked first
 */
public record WatchedPeer(
        String peer,
        String organisation,
        OptionalLong height,
        String hash,
        String commitHash,
        long lag,
        boolean differs,
        boolean answers,
        Instant seenAt,
        Instant lookedAt) {}
