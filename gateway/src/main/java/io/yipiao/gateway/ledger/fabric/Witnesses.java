package io.yipiao.gateway.ledger.fabric;

import io.grpc.ManagedChannel;
import io.yipiao.gateway.ledger.Organisation;
import io.yipiao.gateway.ledger.PeerName;
import io.yipiao.gateway.ledger.PeerView;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Every peer of every organisation that the client file names, each over a connection of its own.
 */
final class Witnesses implements AutoCloseable {
    private final List<ManagedChannel> channels = new ArrayList<>();
    private final List<PeerView> views = new ArrayList<>();

    Witnesses(ClientFile file, Connections connections) throws IOException {
        for (Organisation organisation : Organisation.values()) {
            for (ClientFile.Peer peer : file.peers().getOrDefault(organisation, List.of())) {
                ManagedChannel channel = Connections.channel(peer);
                channels.add(channel);
                views.add(
                        new FabricPeer(
                                new PeerName(organisation, peer.serverName()),
                                file.channel(),
                                channel,
                                connections.way(0).asAnyone()));
            }
        }
    }

    List<PeerView> views() {
        return List.copyOf(views);
    }

    @Override
    public void close() {
        channels.forEach(ManagedChannel::shutdownNow);
    }
}
