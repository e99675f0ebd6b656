package io.yipiao.network;

import io.yipiao.gateway.ledger.CrashPoint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/**
 * Kills parts of a network, now one, now two at once, and starts them again; and meanwhile one of
 * two gateways, which comes back to die at a crash point. All by chance, from a seed that is told.
 */
final class Killing {
    private static final List<String> PARTS =
            List.of(
                    "orderer.insurance",
                    "orderer.hospital",
                    "orderer.finance",
                    "peer.insurance",
                    "peer.insurance2",
                    "peer.hospital",
                    "peer.finance",
                    "chaincode.insurance",
                    "chaincode.insurance2",
                    "chaincode.hospital",
                    "chaincode.finance");

    /**
     * The crash points that bills and claims come by: peers do not differ while they are killed.
     */
    static final Set<CrashPoint> PLACES =
            Collections.unmodifiableSet(
                    EnumSet.range(CrashPoint.BATCH_FROZEN, CrashPoint.CLAIM_COMMITTED_UNSEEN));

    private final FabricNetwork network;
    private final List<KilledGateway> gateways;
    private final Random random;
    private final List<CrashPoint> places = new ArrayList<>();
    private final Set<CrashPoint> reached = EnumSet.noneOf(CrashPoint.class);
    private int round;

    Killing(FabricNetwork network, List<KilledGateway> gateways, long seed) {
        this.network = network;
        this.gateways = gateways;
        this.random = new Random(seed);
        System.out.println("killing by seed " + seed);
    }

    /** The crash points at which a gateway died. */
    Set<CrashPoint> reached() {
        return EnumSet.copyOf(reached);
    }

    /** One round; all parts of the network run when it returns, and one gateway at least. */
    void kill(Life goesOn) throws Exception {
        round++;
        KilledGateway dying = gateways.get(round % 2);
        KilledGateway other = gateways.get((round + 1) % 2);
        CrashPoint place = nextPlace();
        List<String> victims = victims();
        System.out.println("round " + round + ": " + victims + ", a gateway at " + place);
        for (String victim : victims) {
            network.process("kill", victim);
        }
        dying.kill();
        revive(other);
        dying.start(place.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        for (String victim : victims) {
            network.process("start", victim);
        }
        // Of two gateways one reads the blocks: to die while it does, it must be the only one.
        if (place == CrashPoint.PROJECTED_UNMARKED) {
            other.kill();
        }
        goesOn.until(
                () -> dying.address().isEmpty(),
                () -> {
                    if (dying.address().isEmpty()) {
                        revive(other);
                    }
                });
        reached.add(place);
    }

    /** Waits, while bills go on, for what is to happen. */
    @FunctionalInterface
    interface Life {
        void until(java.util.concurrent.Callable<Boolean> happened, Step step) throws Exception;
    }

    /** What is seen to each time. */
    @FunctionalInterface
    interface Step {
        void run() throws Exception;
    }

    private static void revive(KilledGateway gateway) throws Exception {
        if (gateway.address().isEmpty()) {
            gateway.start("");
        }
    }

    /** Each in turn, in an order of chance. */
    private CrashPoint nextPlace() {
        if (places.isEmpty()) {
            places.addAll(PLACES);
            Collections.shuffle(places, random);
        }
        return places.removeFirst();
    }

    private List<String> victims() {
        List<String> all = new ArrayList<>(PARTS);
        Collections.shuffle(all, random);
        return List.copyOf(all.subList(0, 1 + round % 2));
    }
}
