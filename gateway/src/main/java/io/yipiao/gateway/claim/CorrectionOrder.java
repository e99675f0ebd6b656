package io.yipiao.gateway.claim;

/**
 * A supervisor's order to correct a stamp.
 *
 * @param clerk who gives it: neither claimant nor patient, nor who decided
 * @param reason why, not blank; it stays here
 * @param key the client's name for it: sent again, it is the same order
 */
public record CorrectionOrder(Clerk clerk, String reason, String key) {
    public CorrectionOrder {
        if (reason.isBlank() || key.isBlank()) {
            throw new IllegalArgumentException("a stamp is corrected with a reason and a key");
        }
    }
}
