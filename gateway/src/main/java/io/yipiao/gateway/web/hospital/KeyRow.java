package io.yipiao.gateway.web.hospital;

import io.yipiao.gateway.projection.ProjectedIssuer;
import io.yipiao.gateway.web.Frame;
import io.yipiao.verifier.seal.IssuerKey;

import java.util.List;

/**
 * A key of a hospital.
 *
 * @param state in use, stopped or revoked: the key of its word
 * @param since when it was revoked; empty if it was not
 * @param suspect since when it may have been in other hands; empty if nobody says so
 * @param thumbprint by which it is told from others
 * @param seals whether the gateway seals with it now
 */
public record KeyRow(
        int seq,
        String suite,
        String state,
        String tone,
        String since,
        String suspect,
        String thumbprint,
        boolean seals) {

    static List<KeyRow> of(ProjectedIssuer issuer, int sealing, Frame frame) {
        return issuer.keysWithSuspicion().stream()
                .map(key -> of(key, issuer.suspended().contains(key.seq()), sealing, frame))
                .toList();
    }

    /** A key that was stopped is suspect from that moment on, unless somebody named an earlier. */
    private static KeyRow of(IssuerKey key, boolean stopped, int sealing, Frame frame) {
        String state = key.revokedAt().isPresent() ? "revoked" : stopped ? "stopped" : "use";
        return new KeyRow(
                key.seq(),
                key.key().suite().name(),
                state,
                state.equals("use") ? "good" : "stop",
                key.revokedAt().map(frame::minute).orElse(""),
                key.suspectSince().map(frame::minute).orElse(""),
                key.key().thumbprint().hex().substring(0, 16),
                key.seq() == sealing && state.equals("use"));
    }
}
