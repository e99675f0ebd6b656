package io.yipiao.gateway.web.bureau;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.yipiao.gateway.watch.WatchedPeer;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

class LedgerPagesTest {
    @Test
    void that_all_peers_agree_is_said_only_if_all_answer() {
        assertEquals("bureau.not-watched", LedgerPages.standing(List.of()));
        assertEquals("bureau.peers-agree", LedgerPages.standing(List.of(peer(true), peer(true))));
        assertEquals("bureau.peers-silent", LedgerPages.standing(List.of(peer(true), peer(false))));
    }

    private static WatchedPeer peer(boolean answers) {
        return new WatchedPeer(
                "peer0.finance",
                "FINANCE",
                OptionalLong.of(1),
                "",
                "",
                0,
                false,
                answers,
                Instant.EPOCH,
                Instant.EPOCH);
    }
}
