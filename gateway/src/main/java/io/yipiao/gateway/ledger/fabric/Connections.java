package io.yipiao.gateway.ledger.fabric;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.yipiao.gateway.ledger.Caller;
import io.yipiao.gateway.ledger.messages.EcdsaSigner;

import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Hash;
import org.hyperledger.fabric.client.identity.Identities;
import org.hyperledger.fabric.client.identity.X509Identity;

import java.io.IOException;
import java.nio.file.Files;
import java.security.InvalidKeyException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * A connection to each peer we may go through, and on each a gateway for every identity. All go
 * through one peer, until it is left for the next.
 */
final class Connections implements AutoCloseable {
    /** A block of big anchors is far beyond grpc's own 4 MiB. */
    private static final int LARGEST_MESSAGE = 100 << 20;

    private static final Duration ANSWER = Duration.ofSeconds(15);
    private static final Duration COMMIT = Duration.ofSeconds(60);

    private final List<ManagedChannel> channels = new ArrayList<>();
    private final List<Way> ways = new ArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();

    /** A gateway that acts as one identity, with the signer of that identity. */
    record Access(Gateway gateway, EcdsaSigner signer) {}

    /** Reads all keys; connects when it is first needed. */
    Connections(List<ClientFile.Peer> peers, Map<Caller, ClientFile.IdentityFiles> identities)
            throws IOException {
        if (peers.isEmpty()) {
            throw new IOException("no peer to go through");
        }
        for (ClientFile.Peer peer : peers) {
            ManagedChannel channel = channel(peer);
            channels.add(channel);
            Map<Caller, Access> own = new HashMap<>();
            for (Map.Entry<Caller, ClientFile.IdentityFiles> entry : identities.entrySet()) {
                own.put(entry.getKey(), access(entry.getKey(), entry.getValue(), channel));
            }
            ways.add(new Way(own));
        }
    }

    /** Through one peer, with each identity that we have. */
    record Way(Map<Caller, Access> accesses) {
        Way {
            accesses = Map.copyOf(accesses);
        }

        /** The way in for a caller, who must have an identity here. */
        Access as(Caller caller) {
            Access access = accesses.get(caller);
            if (access == null) {
                throw new IllegalArgumentException(
                        "no identity " + caller.role() + " of " + caller.organisation().msp());
            }
            return access;
        }

        /** Any way in, for what everyone may ask. */
        Access asAnyone() {
            return accesses.values().iterator().next();
        }
    }

    /** Something asked of the network, which may be asked again. */
    @FunctionalInterface
    interface Question<T> {
        T ask(Way way) throws GatewayException;
    }

    /** Asks through the peer whose turn it is, and through the next if it cannot be reached. */
    <T> T ask(Question<T> question) throws GatewayException {
        for (int tried = 1; ; tried++) {
            int now = turn.get();
            try {
                return question.ask(way(now));
            } catch (GatewayException e) {
                noteFailure(now, e.getStatus());
                if (tried == ways.size() || !Failures.isOfPeer(e)) {
                    throw e;
                }
            }
        }
    }

    /** The number of the turn, by which a failure is told of later. */
    int turn() {
        return turn.get();
    }

    Way way(int turn) {
        return ways.get(Math.floorMod(turn, ways.size()));
    }

    /**
     * If a peer did not answer, goes through the next from now on. Many calls fail together when a
     * peer is lost: only the first moves on, or the next would be passed over.
     */
    void noteFailure(int used, Status status) {
        if (status.getCode() == Status.Code.UNAVAILABLE
                || status.getCode() == Status.Code.DEADLINE_EXCEEDED) {
            turn.compareAndSet(used, used + 1);
        }
    }

    /** A connection to a peer, made when it is first needed. */
    static ManagedChannel channel(ClientFile.Peer peer) throws IOException {
        return NettyChannelBuilder.forTarget(peer.address())
                .overrideAuthority(peer.serverName())
                .sslContext(
                        GrpcSslContexts.forClient().trustManager(peer.tlsRoot().toFile()).build())
                .maxInboundMessageSize(LARGEST_MESSAGE)
                .build();
    }

    private static Access access(
            Caller caller, ClientFile.IdentityFiles files, ManagedChannel channel)
            throws IOException {
        try {
            EcdsaSigner signer =
                    new EcdsaSigner(Identities.readPrivateKey(Files.readString(files.key())));
            X509Identity identity =
                    new X509Identity(
                            caller.organisation().msp(),
                            Identities.readX509Certificate(Files.readString(files.certificate())));
            Gateway gateway =
                    Gateway.newInstance()
                            .connection(channel)
                            .identity(identity)
                            .signer(signer)
                            .hash(Hash.SHA256)
                            .evaluateOptions(within(ANSWER))
                            .endorseOptions(within(ANSWER))
                            .submitOptions(within(ANSWER))
                            .commitStatusOptions(within(COMMIT))
                            .connect();
            return new Access(gateway, signer);
        } catch (InvalidKeyException | CertificateException e) {
            throw new IOException("no identity in " + files, e);
        }
    }

    private static UnaryOperator<CallOptions> within(Duration time) {
        return options -> options.withDeadlineAfter(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        ways.forEach(way -> way.accesses().values().forEach(access -> access.gateway().close()));
        channels.forEach(ManagedChannel::shutdownNow);
    }
}
