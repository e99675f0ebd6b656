package io.yipiao.gateway.web.bureau;

import io.yipiao.gateway.web.Field;
import io.yipiao.gateway.web.Row;
import io.yipiao.gateway.web.Step;

import java.util.List;
import java.util.Optional;

/**
 * How the ledger is held.
 *
 * @param sentence whether payments are frozen, or the peers agree
 * @param trial whether all peers are of the embedded ledger, and so cannot differ
 * @param standing the freeze that stands
 * @param history all of them, the newest first
 * @param fault what hindered the last attempt; else empty
 */
public record LedgerView(
        String sentence,
        String tone,
        boolean trial,
        List<PeerRow> peers,
        Optional<Standing> standing,
        List<Past> history,
        Field reason,
        String fault) {
    public LedgerView {
        peers = List.copyOf(peers);
        history = List.copyOf(history);
    }

    /** A peer; hashes are whole and shown shortened. */
    public record PeerRow(
            String organisation,
            String peer,
            String height,
            String hash,
            String commitHash,
            String tone,
            String state,
            String seenAt) {}

    /**
     * The freeze that stands.
     *
     * @param asked the wish to lift it that waits for its answer
     * @param differ whether it cannot be lifted now
     */
    public record Standing(
            String id, String why, List<Row> facts, Optional<Asked> asked, boolean differ) {
        public Standing {
            facts = List.copyOf(facts);
        }
    }

    /** A wish to lift it. */
    public record Asked(int n, String words) {}

    /** A freeze and what became of it. */
    public record Past(String why, List<Step> steps) {
        public Past {
            steps = List.copyOf(steps);
        }
    }
}
