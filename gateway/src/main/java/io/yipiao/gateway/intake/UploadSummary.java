package io.yipiao.gateway.intake;

import java.time.Instant;
import java.util.Optional;

/**
 * What a hospital's people see of an upload.
 *
 * @param anchored of its bills, those it stored and those that were stored before, how many stand
 *     on the ledger
 * @param sealed whether the hospital sealed it, and so all of it is taken or nothing
 * @param name of the file; empty if a program sent it
 * @param ledgerRefusal why the ledger refused one of its batches, as {@code CODE: sentence}
 */
public record UploadSummary(
        UploadProgress progress,
        long anchored,
        boolean sealed,
        Instant startedAt,
        String name,
        Optional<String> ledgerRefusal) {

    /** Bills that are stored. */
    public long checked() {
        return progress.registered() + progress.known();
    }

    /** Whether nothing about it changes any more, unless its file is chosen again. */
    public boolean settled() {
        return switch (progress.state()) {
            case RECEIVING -> false;
            case CUT_OFF, REFUSED -> true;
            case ANCHORING, ANCHORED -> anchored == checked() || ledgerRefusal.isPresent();
        };
    }
}
