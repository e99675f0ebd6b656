package io.yipiao.gateway.ledger.fabric;

import io.yipiao.gateway.ledger.Call;
import io.yipiao.gateway.ledger.LedgerUnavailable;
import io.yipiao.gateway.ledger.Organisation;
import io.yipiao.gateway.ledger.RaceLost;
import io.yipiao.gateway.ledger.Refused;

import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.Transaction;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Has calls simulated by peers, and signed by those of two organisations. */
final class Endorsing {
    private static final int PAUSE_MILLIS = 40;

    private final ClientFile file;
    private final Connections connections;

    Endorsing(ClientFile file, Connections connections) {
        this.file = file;
        this.connections = connections;
    }

    /** What one peer answers. */
    byte[] answer(Call call) throws Refused {
        try {
            return connections.ask(way -> proposal(way, call).evaluate());
        } catch (GatewayException e) {
            try {
                throw Failures.of(e, 1);
            } catch (RaceLost impossible) {
                throw new IllegalStateException("one peer disagrees with itself", impossible);
            }
        }
    }

    /**
     * Asks until the peers answer the same: right after a block one of them may be behind.
     *
     * @throws RaceLost when they still differ after this time
     */
    Transaction agreed(Call call, Duration patience) throws Refused, RaceLost {
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
            return connections.ask(way -> proposal(way, call).endorse());
        } catch (GatewayException e) {
            throw Failures.of(e, call.endorsers().organisations().size());
        }
    }

    private Proposal proposal(Connections.Way way, Call call) {
        return way.as(call.caller())
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

    private static void pause() {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(1, PAUSE_MILLIS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgerUnavailable("interrupted before the peers agreed", e);
        }
    }
}
