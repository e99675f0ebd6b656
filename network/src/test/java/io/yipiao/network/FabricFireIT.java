package io.yipiao.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.Organisation;
import io.yipiao.gateway.ledger.TestChannel;
import io.yipiao.gateway.ledger.fabric.FabricLedger;
import io.yipiao.network.fire.ToldLog;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Peers, orderers, chaincodes and gateways are killed and come back while bills are uploaded,
 * claimed, taken back and released; whoever knows only what clients were told, and the blocks,
 * finds nothing wrong. {@code -Dyipiao.fire.seed=N} repeats an order of kills, {@code
 * -Dyipiao.fire.rounds=N} says how many.
 */
class FabricFireIT {
    private static final Path FOLDER = Path.of("target", "fire").toAbsolutePath();
    private static final boolean LONG = Boolean.getBoolean("yipiao.long");
    private static final int ROUNDS = Integer.getInteger("yipiao.fire.rounds", LONG ? 60 : 3);
    private static final int PEOPLE = LONG ? 5_000 : 300;
    private static final int AT_ONCE = 3;

    /** The cores are also for what comes back. */
    private static final Duration PACE = Duration.ofMillis(300);

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Test
    void under_fire_nothing_is_lost_nothing_is_done_twice_and_no_bill_is_stamped_twice()
            throws Exception {
        FabricNetwork network = TestNetwork.toBreak("fire-network");
        network.upWithSecondInsurancePeer();
        long seed = Long.getLong("yipiao.fire.seed", System.nanoTime());
        try (ToldLog log = new ToldLog(FOLDER.resolve("told"));
                FireTown town = new FireTown(network, PEOPLE);
                LedgerClient here = client(network);
                LedgerClient there = client(network)) {
            TestChannel channel = new TestChannel(here);
            Killing killing = new Killing(network, town.gateways(), seed);
            try (LedgerLives ledger =
                            new LedgerLives(channel, List.of(here, there), log, AT_ONCE, PACE);
                    GatewayLives lives = new GatewayLives(town, log, AT_ONCE)) {
                for (int round = 0; round < ROUNDS; round++) {
                    killing.kill((happened, step) -> goOn(ledger, lives, happened, step));
                    System.out.println(
                            "bills through gateways %d, on the ledger %d; asked again %d and %d"
                                    .formatted(
                                            lives.ended(),
                                            ledger.ended(),
                                            lives.unanswered(),
                                            ledger.unknown()));
                }
            }
            assertEquals(Math.min(ROUNDS, Killing.PLACES.size()), killing.reached().size());
            new Judged(network, FOLDER).assertWell(log);
        }
    }

    private static LedgerClient client(FabricNetwork network) {
        return FabricLedger.open(network.clientFile(), Organisation.INSURANCE);
    }

    /** Until that happened, and new bills have come to their end since in both ways. */
    private static void goOn(
            LedgerLives ledger, GatewayLives lives, Callable<Boolean> happened, Killing.Step step)
            throws Exception {
        int onLedger = ledger.ended() + AT_ONCE;
        int throughGateways = lives.ended() + 1;
        Await.until(
                "bills that go on, and a gateway that dies",
                PATIENCE,
                () -> {
                    step.run();
                    ledger.checkLiving();
                    lives.checkLiving();
                    return happened.call()
                            && ledger.ended() >= onLedger
                            && lives.ended() >= throughGateways;
                });
    }
}
