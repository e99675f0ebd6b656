package io.yipiao.gateway.http;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;

/**
 * All that is answered beside the contract's operations: the pages.
 *
 * @param missing answers a browser that asked for a page there is not
 */
public record Mounts(List<Mount> mounts, Consumer<Exchange> missing) {
    public Mounts {
        mounts = List.copyOf(mounts);
    }

    /** No pages: every path that is not the contract's is a problem. */
    public static Mounts none() {
        return new Mounts(List.of(), exchange -> {});
    }

    /** Whether a client with this Accept header reads pages. */
    boolean wants(@Nullable String accept) {
        return !mounts.isEmpty() && accept != null && accept.contains("text/html");
    }
}
