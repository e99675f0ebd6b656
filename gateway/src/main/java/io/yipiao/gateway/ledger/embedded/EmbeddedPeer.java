package io.yipiao.gateway.ledger.embedded;

import com.google.protobuf.InvalidProtocolBufferException;

import io.yipiao.gateway.ledger.LedgerUnavailable;
import io.yipiao.gateway.ledger.Organisation;
import io.yipiao.gateway.ledger.PeerBlock;
import io.yipiao.gateway.ledger.PeerName;
import io.yipiao.gateway.ledger.PeerView;
import io.yipiao.gateway.ledger.messages.WitnessedBlock;

import java.util.Locale;

/** An organisation's peer of the embedded ledger. All of them share one chain, and pages say so. */
final class EmbeddedPeer implements PeerView {
    private final PeerName name;
    private final Chain chain;

    EmbeddedPeer(Organisation organisation, Chain chain) {
        String host = "peer0." + organisation.name().toLowerCase(Locale.ROOT);
        this.name = new PeerName(organisation, host);
        this.chain = chain;
    }

    @Override
    public PeerName peer() {
        return name;
    }

    @Override
    public long height() {
        return chain.height();
    }

    @Override
    public PeerBlock block(long number) {
        if (number < 0 || number >= height()) {
            throw new LedgerUnavailable(name + " has no block " + number);
        }
        try {
            return WitnessedBlock.of(chain.read(number));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("block " + number + " is garbled", e);
        }
    }
}
