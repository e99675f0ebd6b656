package io.yipiao.gateway.screen;

import org.jdbi.v3.core.Handle;

import java.util.Optional;
import java.util.UUID;

/** What claims ask before they go their way. */
@FunctionalInterface
public interface Screen {
    /** What is likest to a bill and not explained, if anything is worth being told. */
    Optional<Alike> likest(UUID bill);

    /** Whether two have to agree before anything is paid on a bill. */
    default boolean needsTwo(UUID bill) {
        return likest(bill).filter(alike -> alike.level() == Level.HIGH).isPresent();
    }

    /**
     * The same, for whoever holds a transaction: another connection is asked for only by a bill
     * never screened.
     */
    default boolean needsTwo(Handle tx, UUID bill) {
        return needsTwo(bill);
    }
}
