package io.yipiao.gateway.screen;

import java.util.UUID;

/** What claims ask before they go their way. */
@FunctionalInterface
public interface Screen {
    /** The highest level of what is like a bill and not explained; LOW if nothing is. */
    Level of(UUID bill);
}
