package io.yipiao.verifier.audit;

/**
 * The shares in one state.
 *
 * @param shares how many
 * @param fen what they come to
 */
public record ShareSum(long shares, long fen) {
    ShareSum with(long more) {
        return new ShareSum(shares + 1, fen + more);
    }
}
