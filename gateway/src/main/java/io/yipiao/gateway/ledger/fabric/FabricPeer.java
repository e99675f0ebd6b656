package io.yipiao.gateway.ledger.fabric;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;

import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.yipiao.gateway.ledger.LedgerUnavailable;
import io.yipiao.gateway.ledger.PeerBlock;
import io.yipiao.gateway.ledger.PeerName;
import io.yipiao.gateway.ledger.PeerView;
import io.yipiao.gateway.ledger.messages.WitnessedBlock;

import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockchainInfo;
import org.hyperledger.fabric.protos.gateway.ProposedTransaction;
import org.hyperledger.fabric.protos.peer.EndorserGrpc;
import org.hyperledger.fabric.protos.peer.Response;

import java.security.GeneralSecurityException;
import java.util.concurrent.TimeUnit;

/**
 * A peer, asked through its endorser service, which answers from its own store; its gateway service
 * would hand the question to whichever peer of its organisation is ahead.
 */
final class FabricPeer implements PeerView {
    private static final int OK = 200;
    private static final long SECONDS_AT_MOST = 10;

    private final PeerName name;
    private final String channel;
    private final ManagedChannel connection;
    private final Connections.Access asking;

    /**
     * @param channel of the ledger
     * @param connection to the peer, which whoever made it closes
     * @param asking whose signature the questions bear: any member's
     */
    FabricPeer(
            PeerName name, String channel, ManagedChannel connection, Connections.Access asking) {
        this.name = name;
        this.channel = channel;
        this.connection = connection;
        this.asking = asking;
    }

    @Override
    public PeerName peer() {
        return name;
    }

    @Override
    public long height() {
        try {
            return BlockchainInfo.parseFrom(ask("GetChainInfo", channel)).getHeight();
        } catch (InvalidProtocolBufferException e) {
            throw garbled(e);
        }
    }

    @Override
    public PeerBlock block(long number) {
        try {
            Block block = Block.parseFrom(ask("GetBlockByNumber", channel, Long.toString(number)));
            if (block.getHeader().getNumber() != number) {
                throw new LedgerUnavailable(name + " answers another block than " + number);
            }
            return WitnessedBlock.of(block);
        } catch (InvalidProtocolBufferException e) {
            throw garbled(e);
        }
    }

    private ByteString ask(String function, String... arguments)
            throws InvalidProtocolBufferException {
        Proposal proposal =
                asking.gateway()
                        .getNetwork(channel)
                        .getContract("qscc")
                        .newProposal(function)
                        .addArguments(arguments)
                        .build();
        try {
            byte[] signature = asking.signer().sign(proposal.getDigest());
            byte[] signed =
                    asking.gateway().newSignedProposal(proposal.getBytes(), signature).getBytes();
            Response response =
                    EndorserGrpc.newBlockingStub(connection)
                            .withDeadlineAfter(SECONDS_AT_MOST, TimeUnit.SECONDS)
                            .processProposal(ProposedTransaction.parseFrom(signed).getProposal())
                            .getResponse();
            if (response.getStatus() != OK) {
                throw new LedgerUnavailable(
                        name + " refuses " + function + ": " + response.getMessage());
            }
            return response.getPayload();
        } catch (StatusRuntimeException e) {
            throw new LedgerUnavailable(name + " does not answer: " + e.getStatus().getCode(), e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the question could not be signed", e);
        }
    }

    private LedgerUnavailable garbled(InvalidProtocolBufferException e) {
        return new LedgerUnavailable(name + " answers what cannot be read", e);
    }
}
