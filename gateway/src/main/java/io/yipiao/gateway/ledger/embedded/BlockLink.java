package io.yipiao.gateway.ledger.embedded;

import com.google.protobuf.ByteString;

import io.yipiao.gateway.ledger.Validity;
import io.yipiao.gateway.ledger.messages.BlockHash;

import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.BlockMetadata;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.common.Envelope;

import java.util.List;

/**
 * Where the next block is tied to.
 *
 * @param next the number it must have
 * @param hash the hash it must name as its predecessor's
 */
record BlockLink(long next, ByteString hash) {
    static final BlockLink NONE = new BlockLink(0, ByteString.EMPTY);

    static BlockLink after(Block block) {
        BlockHeader header = block.getHeader();
        return new BlockLink(header.getNumber() + 1, BlockHash.of(header));
    }

    /** Whether a block follows here and holds the data it says. */
    boolean precedes(Block block) {
        BlockHeader header = block.getHeader();
        return header.getNumber() == next
                && header.getPreviousHash().equals(hash)
                && header.getDataHash().equals(BlockHash.ofData(block.getData()));
    }

    /** The block that follows here. */
    Block next(List<Envelope> envelopes, List<Validity> flags) {
        BlockData data =
                BlockData.newBuilder()
                        .addAllData(envelopes.stream().map(Envelope::toByteString).toList())
                        .build();
        return Block.newBuilder()
                .setHeader(
                        BlockHeader.newBuilder()
                                .setNumber(next)
                                .setPreviousHash(hash)
                                .setDataHash(BlockHash.ofData(data)))
                .setData(data)
                .setMetadata(metadata(flags))
                .build();
    }

    /** A metadata list in which only the flags are filled: nobody orders, so nobody signs. */
    private static BlockMetadata metadata(List<Validity> flags) {
        byte[] codes = new byte[flags.size()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (byte) flags.get(i).code();
        }
        BlockMetadata.Builder metadata = BlockMetadata.newBuilder();
        for (int i = 0; i < BlockMetadataIndex.TRANSACTIONS_FILTER_VALUE; i++) {
            metadata.addMetadata(ByteString.EMPTY);
        }
        return metadata.addMetadata(ByteString.copyFrom(codes)).build();
    }
}
