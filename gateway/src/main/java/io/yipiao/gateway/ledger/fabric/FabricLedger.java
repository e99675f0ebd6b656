package io.yipiao.gateway.ledger.fabric;

import com.google.protobuf.InvalidProtocolBufferException;

import io.yipiao.gateway.ledger.BlockStream;
import io.yipiao.gateway.ledger.Call;
import io.yipiao.gateway.ledger.Commit;
import io.yipiao.gateway.ledger.Endorsed;
import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.LedgerUnavailable;
import io.yipiao.gateway.ledger.Organisation;
import io.yipiao.gateway.ledger.Proved;
import io.yipiao.gateway.ledger.RaceLost;
import io.yipiao.gateway.ledger.Refused;
import io.yipiao.gateway.ledger.TransactionId;
import io.yipiao.gateway.ledger.Validity;
import io.yipiao.gateway.ledger.messages.BlockReader;
import io.yipiao.gateway.ledger.messages.RootsFile;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.receipt.Receipt;

import org.hyperledger.fabric.client.CommitStatusException;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.Status;
import org.hyperledger.fabric.client.SubmitException;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.common.BlockchainInfo;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.gateway.PreparedTransaction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A Fabric network, through the gateway service of one organisation's peers. An envelope is stored
 * as a signed PreparedTransaction, so that any identity may submit it again.
 */
public final class FabricLedger implements LedgerClient {
    /** How long peers may need to come to the same height, which is all that they can differ by. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration RECEIPT_PATIENCE = Duration.ofSeconds(10);
    private static final int PAUSE_MILLIS = 40;

    private final ClientFile file;
    private final Connections connections;
    private final BlockReader blockReader;

    private FabricLedger(ClientFile file, Connections connections) {
        this.file = file;
        this.connections = connections;
        this.blockReader = new BlockReader(file.chaincode());
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
        try {
            return proposal(call).evaluate();
        } catch (GatewayException e) {
            try {
                leaveIfOfPeer(e);
                throw Failures.of(e, 1);
            } catch (RaceLost impossible) {
                throw new IllegalStateException("one peer disagrees with itself", impossible);
            }
        }
    }

    @Override
    public Endorsed endorse(Call call) throws Refused, RaceLost {
        Transaction transaction = agreed(call, PATIENCE);
        try {
            Connections.Access access = connections.as(call.caller());
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
                    connections
                            .asAnyone()
                            .gateway()
                            .newTransaction(envelope)
                            .submitAsync()
                            .getStatus();
            return Commit.of(
                    new TransactionId(status.getTransactionId()),
                    status.getBlockNumber(),
                    Validity.ofCode(status.getCode().getNumber()));
        } catch (SubmitException | CommitStatusException e) {
            leaveIfOfPeer(e);
            throw Failures.unavailable("the outcome of " + e.getTransactionId() + " is unknown", e);
        }
    }

    @Override
    public Proved prove(Call call) throws Refused {
        try {
            Transaction read = agreed(call, RECEIPT_PATIENCE);
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
        return new PeerBlocks(
                connections
                        .asAnyone()
                        .gateway()
                        .getNetwork(file.channel())
                        .newBlockEventsRequest()
                        .startBlock(from)
                        .build()
                        .getEvents(),
                blockReader);
    }

    @Override
    public long height() {
        try {
            byte[] info =
                    connections
                            .asAnyone()
                            .gateway()
                            .getNetwork(file.channel())
                            .getContract("qscc")
                            .evaluateTransaction("GetChainInfo", file.channel());
            return BlockchainInfo.parseFrom(info).getHeight();
        } catch (GatewayException e) {
            leaveIfOfPeer(e);
            throw Failures.unavailable("the channel's height is unknown", e);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("the peer's answer is garbled", e);
        }
    }

    @Override
    public byte[] roots() {
        Map<Organisation, List<String>> roots = new EnumMap<>(Organisation.class);
        try {
            for (Map.Entry<Organisation, List<Path>> entry : file.roots().entrySet()) {
                List<String> pems = new ArrayList<>();
                for (Path root : entry.getValue()) {
                    pems.add(Files.readString(root));
                }
                roots.put(entry.getKey(), pems);
            }
        } catch (IOException e) {
            throw new LedgerUnavailable("an organisation's root cannot be read", e);
        }
        return RootsFile.bytes(roots);
    }

    /** Asks until the peers answer the same: right after a block one of them may be behind. */
    private Transaction agreed(Call call, Duration patience) throws Refused, RaceLost {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return endorsed(call);
            } catch (RaceLost e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                pause();
            }
        }
    }

    /** Asks the call's pair of organisations, and the other one if neither said yes or no. */
    private Transaction endorsed(Call call) throws Refused, RaceLost {
        try {
            return endorsedBy(call);
        } catch (LedgerUnavailable first) {
            try {
                return endorsedBy(call.endorsedBy(call.endorsers().other()));
            } catch (LedgerUnavailable second) {
                first.addSuppressed(second);
                throw first;
            }
        }
    }

    private Transaction endorsedBy(Call call) throws Refused, RaceLost {
        try {
            return proposal(call).endorse();
        } catch (EndorseException e) {
            leaveIfOfPeer(e);
            throw Failures.of(e, call.endorsers().organisations().size());
        }
    }

    private Proposal proposal(Call call) {
        return connections
                .as(call.caller())
                .gateway()
                .getNetwork(file.channel())
                .getContract(file.chaincode())
                .newProposal(call.function())
                .addArguments(call.argumentBytes().stream().skip(1).toArray(byte[][]::new))
                .putAllTransient(call.secretBytes())
                .setEndorsingOrganizations(
                        call.endorsers().organisations().stream()
                                .map(Organisation::msp)
                                .toArray(String[]::new))
                .build();
    }

    private void leaveIfOfPeer(GatewayException failure) {
        if (Failures.isOfPeer(failure)) {
            connections.leavePeer();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(1, PAUSE_MILLIS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgerUnavailable("interrupted before the peers agreed", e);
        }
    }

    @Override
    public void close() {
        connections.close();
    }
}
