package io.yipiao.gateway.ledger;

import java.util.HexFormat;
import java.util.List;

/**
 * A block of the channel.
 *
 * @param number from 0, without gaps
 * @param hash 64 hexadecimal digits: SHA-256 of the header, as Fabric has it
 * @param previousHash the block's before; empty in block 0
 * @param transactions in order, losers and copies included; configuration is left out
 */
public record LedgerBlock(
        long number, String hash, String previousHash, List<LedgerTransaction> transactions) {
    public LedgerBlock {
        transactions = List.copyOf(transactions);
        if (number < 0 || HexFormat.of().parseHex(hash).length != 32) {
            throw new IllegalArgumentException("block " + number + ", hash " + hash);
        }
    }
}
