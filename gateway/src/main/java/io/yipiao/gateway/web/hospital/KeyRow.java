package io.yipiao.gateway.web.hospital;

import io.yipiao.gateway.projection.ProjectedIssuer;
import io.yipiao.gateway.web.Frame;
import io.yipiao.verifier.seal.IssuerKey;

import java.util.List;

/**
 * A key of a hospital.
 *
 * @param state in use, stopped, suspect or revoked: the key of its word
 * @param since when it was revoked, or came under suspicion; empty while it is in use
 * @param thumbprint by which it is told from others
 * @param seals whether the gateway seals with it now
 */
public record KeyRow(
        int seq,
        String suite,
        String state,
        String tone,
        String since,
        String thumbprint,
        boolean seals) {

    static List<KeyRow> of(ProjectedIssuer issuer, int sealing, Frame frame) {
        return issuer.keysWithSuspicion().stream()
                .map(key -> of(key, issuer.suspended().contains(key.seq()), sealing, frame))
                .toList();
    }

    private static KeyRow of(IssuerKey key, boolean stopped, int sealing, Frame frame) {
        String state =
                key.revokedAt().isPresent()
                        ? "revoked"
                        : stopped ? "stopped" : key.suspectSince().isPresent() ? "suspect" : "use";
        return new KeyRow(
                key.seq(),
                key.key().suite().name(),
                state,
                state.equals("use") ? "good" : "stop",
                key.suspectSince().or(key::revokedAt).map(frame::minute).orElse(""),
                key.key().thumbprint().hex().substring(0, 16),
                key.seq() == sealing && state.equals("use"));
    }
}
