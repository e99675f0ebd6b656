package io.yipiao.gateway.ledger.messages;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;

import io.yipiao.gateway.ledger.PeerBlock;

import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.common.Metadata;

import java.util.HexFormat;
import java.util.Optional;

/** What of a block is compared between peers. */
public final class WitnessedBlock {
    private WitnessedBlock() {}

    /**
     * The block's hashes. Its data are hashed anew: a header says nothing of data that were changed
     * behind it.
     */
    public static PeerBlock of(Block block) throws InvalidProtocolBufferException {
        BlockHeader header =
                block.getHeader().toBuilder()
                        .setDataHash(BlockHash.ofData(block.getData()))
                        .build();
        return new PeerBlock(header.getNumber(), hex(BlockHash.of(header)), commitHash(block));
    }

    private static Optional<String> commitHash(Block block) throws InvalidProtocolBufferException {
        int place = BlockMetadataIndex.COMMIT_HASH_VALUE;
        if (block.getMetadata().getMetadataCount() <= place) {
            return Optional.empty();
        }
        ByteString hash = Metadata.parseFrom(block.getMetadata().getMetadata(place)).getValue();
        return hash.isEmpty() ? Optional.empty() : Optional.of(hex(hash));
    }

    private static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }
}
