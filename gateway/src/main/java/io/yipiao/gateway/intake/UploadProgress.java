package io.yipiao.gateway.intake;

import java.util.Optional;
import java.util.UUID;

/**
 * How far an upload has come.
 *
 * @param state where it stands
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
        State state,
        long received,
        long registered,
        long known,
        long refused,
        long anchored,
        Optional<String> fault) {

    /** Where an upload stands. */
    public enum State {
        /** Lines are being read. */
        RECEIVING,
        /** Its connection ended before it did: send it again, what is stored is known. */
        CUT_OFF,
        /** Nothing of it was taken. */
        REFUSED,
        /** All is stored, and on its way to the ledger. */
        ANCHORING,
        /** All its bills stand on the ledger. */
        ANCHORED
    }
}
