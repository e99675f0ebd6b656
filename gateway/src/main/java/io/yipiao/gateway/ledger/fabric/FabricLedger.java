package io.yipiao.gateway.ledger.fabric;

import com.google.protobuf.InvalidProtocolBufferException;

import io.yipiao.gateway.ledger.BlockStream;
import io.yipiao.gateway.ledger.Call;
import io.yipiao.gateway.ledger.Commit;
import io.yipiao.gateway.ledger.Endorsed;
import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.LedgerUnavailable;
import io.yipiao.gateway.ledger.Organisation;
import io.yipiao.gateway.ledger.PeerView;
import io.yipiao.gateway.ledger.Proved;
import io.yipiao.gateway.ledger.RaceLost;
import io.yipiao.gateway.ledger.Refused;
import io.yipiao.gateway.ledger.TransactionId;
import io.yipiao.gateway.ledger.Validity;
import io.yipiao.gateway.ledger.messages.BlockReader;
import io.yipiao.gateway.ledger.messages.RootsFile;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.receipt.Receipt;

import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.GatewayRuntimeException;
import org.hyperledger.fabric.client.Status;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockchainInfo;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.gateway.PreparedTransaction;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;

/**
 * A Fabric network, through the gateway service of one organisation's peers. An envelope is stored
 * as a signed PreparedTransaction, so that any identity may submit it again.
 */
public final class FabricLedger implements LedgerClient {
    /** How long peers may need to come to the same height, which is all that they can differ by. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration RECEIPT_PATIENCE = Duration.ofSeconds(10);

    private final ClientFile file;
    private final Connections connections;
    private final Endorsing endorsing;
    private final BlockReader blockReader;
    private final Witnesses witnesses;

    private FabricLedger(ClientFile file, Connections connections) throws IOException {
        this.file = file;
        this.connections = connections;
        this.endorsing = new Endorsing(file, connections);
        this.blockReader = new BlockReader(file.chaincode());
        this.witnesses = new Witnesses(file, connections);
    }

    /**
     * Prepares to reach a network; no peer is asked yet.
     *
     * @param client the network's client.json
     * @param through whose peers serve as the way in
     */
    public static FabricLedger open(Path client, Organisation through) {
        try {
            ClientFile file = ClientFile.read(client);
            return new FabricLedger(
                    file,
                    new Connections(
                            file.peers().getOrDefault(through, List.of()), file.identities()));
        } catch (IOException e) {
            throw new LedgerUnavailable("the network's client file cannot be used", e);
        }
    }

    @Override
    public byte[] evaluate(Call call) throws Refused {
        return endorsing.answer(call);
    }

    @Override
    public Endorsed endorse(Call call) throws Refused, RaceLost {
        Transaction transaction = endorsing.agreed(call, PATIENCE);
        try {
            Connections.Access access = connections.way(connections.turn()).as(call.caller());
            byte[] signature = access.signer().sign(transaction.getDigest());
            byte[] envelope =
                    access.gateway()
                            .newSignedTransaction(transaction.getBytes(), signature)
                            .getBytes();
            return new Endorsed(
                    new TransactionId(transaction.getTransactionId()),
                    envelope,
                    transaction.getResult());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the endorsed envelope could not be signed", e);
        }
    }

    @Override
    public Commit submit(byte[] envelope) {
        try {
            Status status =
                    connections.ask(way ->
                            way.asAnyone()
                                    .gateway()
                                    .newTransaction(envelope)
                                    .submitAsync()
                                    .getStatus());
            return Commit.of(
                    new TransactionId(status.getTransactionId()),
                    status.getBlockNumber(),
                    Validity.ofCode(status.getCode().getNumber()));
        } catch (GatewayException e) {
            throw Failures.unavailable("the outcome of a submission is unknown", e);
        }
    }

    @Override
    public Proved prove(Call call) throws Refused {
        try {
            Transaction read = endorsing.agreed(call, RECEIPT_PATIENCE);
            Envelope envelope = PreparedTransaction.parseFrom(read.getBytes()).getEnvelope();
            return new Proved(
                    read.getResult(), Receipt.ofTransaction(envelope.toByteString()).bytes());
        } catch (RaceLost e) {
            throw new LedgerUnavailable("the peers do not come to agree", e);
        } catch (InvalidProtocolBufferException | FieldException e) {
            throw new IllegalStateException("the peer's envelope is garbled", e);
        }
    }

    @Override
    public BlockStream blocks(long from) {
        int turn = connections.turn();
        return new PeerBlocks(
                events(turn, from), blockReader, status -> connections.noteFailure(turn, status));
    }

    /**
     * Writes blocks as the peer has them, each behind its length (delimited protocol buffers), one
     * at a time.
     *
     * @param height how many, from block 0 on
     */
    public void copyBlocks(long height, OutputStream out) throws IOException {
        try (CloseableIterator<Block> blocks = events(connections.turn(), 0)) {
            for (long number = 0; number < height; number++) {
                blocks.next().writeDelimitedTo(out);
            }
        } catch (GatewayRuntimeException e) {
            throw new LedgerUnavailable("the stream of blocks broke", e);
        }
    }

    private CloseableIterator<Block> events(int turn, long from) {
        return connections
                .way(turn)
                .asAnyone()
                .gateway()
                .getNetwork(file.channel())
                .newBlockEventsRequest()
                .startBlock(from)
                .build()
                .getEvents();
    }

    /** The channel's name. */
    public String channel() {
        return file.channel();
    }

    @Override
    public long height() {
        try {
            byte[] info =
                    connections.ask(way ->
                            way.asAnyone()
                                    .gateway()
                                    .getNetwork(file.channel())
                                    .getContract("qscc")
                                    .evaluateTransaction("GetChainInfo", file.channel()));
            return BlockchainInfo.parseFrom(info).getHeight();
        } catch (GatewayException e) {
            throw Failures.unavailable("the channel's height is unknown", e);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("the peer's answer is garbled", e);
        }
    }

    @Override
    public byte[] roots() {
        try {
            return RootsFile.bytes(file.rootCertificates());
        } catch (IOException e) {
            throw new LedgerUnavailable("an organisation's root cannot be read", e);
        }
    }

    @Override
    public List<PeerView> peers() {
        return witnesses.views();
    }

    @Override
    public void close() {
        witnesses.close();
        connections.close();
    }
}
