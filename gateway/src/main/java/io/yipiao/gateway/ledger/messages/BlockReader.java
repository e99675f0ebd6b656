package io.yipiao.gateway.ledger.messages;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;

import io.yipiao.gateway.ledger.LedgerBlock;
import io.yipiao.gateway.ledger.LedgerTransaction;
import io.yipiao.gateway.ledger.TransactionId;
import io.yipiao.gateway.ledger.Validity;

import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Reads what the gateway keeps of a block; the bulk of it, leaves and signatures, is let go. */
public final class BlockReader {
    private final String namespace;

    /**
     * @param namespace the chaincode whose writes count
     */
    public BlockReader(String namespace) {
        this.namespace = namespace;
    }

    /** Reads a block as a peer delivers it, with its transactions' flags. */
    public LedgerBlock read(Block block) {
        BlockHeader header = block.getHeader();
        ByteString flags =
                block.getMetadata().getMetadata(BlockMetadataIndex.TRANSACTIONS_FILTER_VALUE);
        List<LedgerTransaction> transactions = new ArrayList<>();
        try {
            for (int i = 0; i < block.getData().getDataCount(); i++) {
                Validity validity = Validity.ofCode(flags.byteAt(i) & 0xff);
                transaction(block.getData().getData(i), validity).ifPresent(transactions::add);
            }
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("block " + header.getNumber() + " is garbled", e);
        }
        return new LedgerBlock(
                header.getNumber(),
                hex(BlockHash.of(header)),
                hex(header.getPreviousHash()),
                transactions);
    }

    /** Empty for what is no chaincode's transaction, such as the channel's configuration. */
    private Optional<LedgerTransaction> transaction(ByteString envelope, Validity validity)
            throws InvalidProtocolBufferException {
        Payload payload = Payload.parseFrom(Envelope.parseFrom(envelope).getPayload());
        ChannelHeader header = ChannelHeader.parseFrom(payload.getHeader().getChannelHeader());
        if (header.getType() != HeaderType.ENDORSER_TRANSACTION_VALUE) {
            return Optional.empty();
        }
        return Optional.of(
                new LedgerTransaction(
                        new TransactionId(header.getTxId()),
                        validity,
                        Instant.ofEpochSecond(
                                header.getTimestamp().getSeconds(),
                                header.getTimestamp().getNanos()),
                        EndorsedEnvelope.ofPayload(payload).writes(namespace)));
    }

    private static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }
}
