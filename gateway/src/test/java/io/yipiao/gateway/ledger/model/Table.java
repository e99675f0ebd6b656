package io.yipiao.gateway.ledger.model;

import io.yipiao.gateway.ledger.Call;
import io.yipiao.gateway.ledger.Caller;
import io.yipiao.gateway.ledger.Organisation;
import io.yipiao.gateway.ledger.Refused;
import io.yipiao.gateway.ledger.TestChannel;
import io.yipiao.gateway.ledger.TestIssuer;
import io.yipiao.gateway.ledger.embedded.EmbeddedLedger;
import io.yipiao.gateway.ledger.model.State.Payer;
import io.yipiao.gateway.ledger.model.State.Range;
import io.yipiao.verifier.reader.Json;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * A ledger and a model of it with the same payers, two hospitals and series, on which groups of
 * sequences are played. Now and then a payer is suspended, or goes on.
 */
final class Table implements AutoCloseable {
    /** What has to come up among many tries. */
    static final Set<String> EXPECTED =
            Set.of(
                    "HELD",
                    "STAMPED",
                    "RELEASED",
                    "RECOVERING",
                    "REPAID",
                    "OFFSET",
                    "DONE",
                    "ATTESTED",
                    "REVERSED",
                    "AWAITING",
                    "NOT_COUNTED",
                    "ALREADY",
                    "EXCHANGED",
                    "CONFLICT",
                    "FORBIDDEN",
                    "SUSPENDED_PAYER",
                    "BAD_PROOF",
                    "UNKNOWN_BATCH",
                    "BAD_OPENING",
                    "OFF_SERIES",
                    "IN_SERIES",
                    "UNKNOWN_BILL",
                    "WAITS",
                    "OCCUPIED",
                    "EXCEEDED",
                    "NOT_HIGHER",
                    "REPEATED",
                    "UNKNOWN_SHARE",
                    "WRONG_STATE",
                    "MISMATCH",
                    "BAD_REQUEST");

    private static final Caller FINANCE = new Caller(Organisation.FINANCE, "admin");
    private static final int NUMBERS = 10;

    private final EmbeddedLedger ledger;
    private final TestChannel channel;
    private final TestIssuer hospital;
    private final TestIssuer stranger = new TestIssuer();
    private final State state = new State();
    private final Map<String, Integer> outcomes;
    private int codes;

    private Table(EmbeddedLedger ledger, Map<String, Integer> outcomes) throws Refused {
        this.outcomes = outcomes;
        this.ledger = ledger;
        this.channel = new TestChannel(ledger);
        this.hospital = channel.issuer();
        twice("enrolIssuer", stranger.record());
        state.payers.put("basic", new Payer("BASIC", false));
        state.payers.put("serious", new Payer("SERIOUS_ILLNESS", false));
        state.payers.put("commercial", new Payer("COMMERCIAL", false));
        state.payers.put("assistance", new Payer("ASSISTANCE", false));
    }

    /**
     * @param outcomes counts what comes out, by function and outcome or code
     */
    static Table open(Path folder, Map<String, Integer> outcomes) throws Refused {
        return new Table(EmbeddedLedger.open(folder, Clock.systemUTC()), outcomes);
    }

    /** Plays sequences side by side, each on bills of its own, and compares everything. */
    void play(List<List<Move>> sequences, Random random) throws Differs, Refused {
        Group group =
                Group.anchored(
                        scenes(sequences.size(), random), ledger, channel, hospital, stranger);
        Play play = new Play(ledger, state, group, outcomes);
        int longest = sequences.stream().mapToInt(List::size).max().orElse(0);
        try {
            for (int step = 0; step < longest; step++) {
                if (random.nextInt(5) == 0) {
                    suspendOrEnrol(random);
                }
                play.step(sequences, step);
            }
            play.compareStates(longest);
        } catch (Differs difference) {
            throw told(difference, sequences.get(difference.scene()));
        }
    }

    /** Some scenes have bill codes of their own, of which numbers are given to hospitals. */
    private List<Scene> scenes(int count, Random random) throws Refused {
        List<Scene> scenes = new ArrayList<>();
        String shared = code();
        for (int i = 0; i < count; i++) {
            boolean numbered = i % 8 == 0;
            String code = numbered ? code() : shared;
            Scene scene = new Scene(code, (long) i * NUMBERS, hospital.number(), stranger.number());
            if (numbered) {
                giveNumbers(scene, random);
            }
            scenes.add(scene);
        }
        return scenes;
    }

    private void giveNumbers(Scene scene, Random random) throws Refused {
        String code = random.nextInt(3) == 0 ? scene.paperCode() : scene.code();
        int owner = random.nextInt(3) == 0 ? stranger.number() : hospital.number();
        long last = scene.first() + random.nextInt(NUMBERS);
        Range range = new Range("%010d".formatted(scene.first()), "%010d".formatted(last), owner);
        Json given =
                Json.object()
                        .put("code", code)
                        .put("from", range.from())
                        .put("to", range.to())
                        .put("issuer", owner)
                        .end();
        channel.settle(Call.of(FINANCE, "openSeries").with(given));
        state.series.put(code, List.of(range));
    }

    /** Odd for bills, even for their papers. */
    private String code() {
        codes++;
        return "%d%05d".formatted(1 + codes / 100_000 * 2, codes % 100_000);
    }

    private void suspendOrEnrol(Random random) throws Refused {
        // One at a time, or soon nobody could do anything.
        String id =
                Move.PAYERS.stream()
                        .filter(one -> state.payer(one).suspended())
                        .findFirst()
                        .orElseGet(() -> Move.PAYERS.get(random.nextInt(Move.PAYERS.size())));
        Payer payer = state.payer(id);
        if (payer.suspended()) {
            Json record =
                    Json.object()
                            .put("payer", id)
                            .put("class", payer.kind())
                            .put("msp", "InsuranceMSP")
                            .end();
            twice("enrolPayer", record);
        } else {
            Json named = Json.object().put("payer", id).end();
            channel.settle(Call.of(Caller.ADMIN, "suspendKey").with(named));
        }
        state.payers.put(id, new Payer(payer.kind(), !payer.suspended()));
    }

    private void twice(String function, Json arguments) throws Refused {
        channel.settle(Call.of(Caller.ADMIN, function).with(arguments));
        channel.settle(Call.of(FINANCE, function).with(arguments));
    }

    /** The shortest part of a sequence that still fails, played alone on bills of its own. */
    private Differs told(Differs first, List<Move> sequence) throws Refused {
        List<Move> moves =
                new ArrayList<>(sequence.subList(0, Math.min(first.step() + 1, sequence.size())));
        Differs shortest = first;
        for (int i = moves.size() - 1; i >= 0; i--) {
            List<Move> fewer = new ArrayList<>(moves);
            fewer.remove(i);
            try {
                alone(fewer);
            } catch (Differs still) {
                shortest = still;
                moves = fewer;
            }
        }
        StringBuilder told = new StringBuilder(shortest.getMessage()).append("\n  after");
        moves.forEach(move -> told.append("\n    ").append(move));
        return new Differs(first.scene(), first.step(), told.toString());
    }

    private void alone(List<Move> sequence) throws Differs, Refused {
        Scene scene = new Scene(code(), 0, hospital.number(), stranger.number());
        Group group = Group.anchored(List.of(scene), ledger, channel, hospital, stranger);
        Play play = new Play(ledger, state, group, new TreeMap<>());
        for (int step = 0; step < sequence.size(); step++) {
            play.step(List.of(sequence), step);
        }
        play.compareStates(sequence.size());
    }

    @Override
    public void close() {
        ledger.close();
    }
}
