package io.yipiao.gateway.projection;

/**
 * How far the tables are.
 *
 * @param nextBlock the number of the first block that is not in them
 * @param lastHash the hash of the block before; empty before block 0
 * @param rebuilding whether somebody doubts the tables and they are being read anew from block 0
 */
public record Checkpoint(long nextBlock, String lastHash, boolean rebuilding) {}
