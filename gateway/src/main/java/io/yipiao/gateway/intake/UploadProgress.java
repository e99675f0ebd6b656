package io.yipiao.gateway.intake;

import java.util.Optional;
import java.util.UUID;

/**
 * How far an upload has come.
 *
 * @param state READING, DONE or REFUSED
 * @param received lines read
 * @param registered bills this upload stored
 * @param known bills that were stored before
 * @param refused lines that were not taken
 * @param anchored bills of this upload that stand on the ledger
 * @param fault why it was refused whole
 */
public record UploadProgress(
        UUID id,
        int issuer,
        String state,
        long received,
        long registered,
        long known,
        long refused,
        long anchored,
        Optional<String> fault) {}
