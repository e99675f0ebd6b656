package io.yipiao.gateway.ledger;

import java.util.HexFormat;
import java.util.Optional;

/**
 * A block as one peer holds it. Both hashes take in all blocks before: two peers that agree on one
 * block agree on everything up to it.
 *
 * @param hash 64 hexadecimal digits: SHA-256 of the header over the data that the peer handed out,
 *     whatever the header itself says of them
 * @param commitHash what the peer made of it, flags and state, 64 hexadecimal digits; a ledger may
 *     keep none
 */
public record PeerBlock(long number, String hash, Optional<String> commitHash) {
    public PeerBlock {
        if (number < 0 || !isHash(hash) || !commitHash.map(PeerBlock::isHash).orElse(true)) {
            throw new IllegalArgumentException("block " + number + ", hash " + hash);
        }
    }

    /** Whether two peers hold the same; a commit hash counts if both have one. */
    public boolean agreesWith(PeerBlock other) {
        boolean committed =
                commitHash.isEmpty()
                        || other.commitHash.isEmpty()
                        || commitHash.equals(other.commitHash);
        return number == other.number && hash.equals(other.hash) && committed;
    }

    private static boolean isHash(String hex) {
        return hex.length() == 64 && HexFormat.of().parseHex(hex).length == 32;
    }
}
