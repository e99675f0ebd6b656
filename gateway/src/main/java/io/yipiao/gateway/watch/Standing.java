package io.yipiao.gateway.watch;

import io.yipiao.gateway.ledger.PeerBlock;
import io.yipiao.gateway.ledger.PeerName;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * How one peer stood when it was looked at.
 *
 * @param height how many blocks it has; empty if it did not answer
 * @param last its last block; empty if it has none or did not answer
 * @param lag how many blocks it is behind whoever has most
 * @param differs whether it holds another block than one of the others
 * @param fault why it did not answer; else empty
 */
record Standing(
        PeerName peer,
        OptionalLong height,
        Optional<PeerBlock> last,
        long lag,
        boolean differs,
        String fault) {

    boolean answered() {
        return fault.isEmpty();
    }
}
