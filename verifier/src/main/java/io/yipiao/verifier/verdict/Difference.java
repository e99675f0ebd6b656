package io.yipiao.verifier.verdict;

/**
 * One thing that is not what the issuer sealed.
 *
 * @param field what differs
 * @param sealed what the QR code holds; a hash where it holds no more
 * @param presented what the paper, the form or the file has instead
 */
public record Difference(Field field, String sealed, String presented) {}
