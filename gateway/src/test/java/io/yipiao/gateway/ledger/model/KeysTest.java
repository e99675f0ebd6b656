package io.yipiao.gateway.ledger.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.yipiao.gateway.ledger.Call;
import io.yipiao.gateway.ledger.Caller;
import io.yipiao.gateway.ledger.Organisation;
import io.yipiao.gateway.ledger.Refused;
import io.yipiao.gateway.ledger.TestChannel;
import io.yipiao.gateway.ledger.TestIssuer;
import io.yipiao.gateway.ledger.embedded.EmbeddedLedger;
import io.yipiao.verifier.batch.Batch;
import io.yipiao.verifier.batch.BatchHeader;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.seal.IssuerKey;
import io.yipiao.verifier.seal.KeyRotation;
import io.yipiao.verifier.seal.SealPrivateKey;
import io.yipiao.verifier.seal.Suite;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Random tries with issuers' keys, batches and series come out the same on model and ledger. */
class KeysTest {
    private static final int ISSUERS = Boolean.getBoolean("yipiao.long") ? 1_000 : 25;
    private static final int MOVES = 24;

    /** Most are enrolled at once, or little would happen to their keys. */
    private static final List<KeyMove> BEGINNING =
            List.of(
                    new KeyMove("enrol", true, 1, 0, 1, true),
                    new KeyMove("enrol", false, 1, 0, 1, true));

    private static final Caller FINANCE = new Caller(Organisation.FINANCE, "admin");
    private static final List<SealPrivateKey> KEYS =
            Stream.generate(() ->
                            SealPrivateKey.generate(Suite.ES256, new byte[0], new SecureRandom()))
                    .limit(4)
                    .toList();

    private final Map<String, Integer> outcomes = new TreeMap<>();

    @Test
    void keys_batches_and_series_go_the_same_way(@TempDir Path folder) throws Exception {
        long seed = Long.getLong("yipiao.seed", System.nanoTime());
        System.out.println("Keys beside the ledger: seed " + seed);
        Random random = new Random(seed);
        try (EmbeddedLedger ledger = EmbeddedLedger.open(folder, Clock.systemUTC())) {
            TestChannel channel = new TestChannel(ledger);
            for (int i = 0; i < ISSUERS; i++) {
                play(ledger, channel, new TestIssuer(), "%06d26".formatted(i), random);
            }
        }
        System.out.println("  " + outcomes);
    }

    private void play(
            EmbeddedLedger ledger,
            TestChannel channel,
            TestIssuer issuer,
            String code,
            Random random)
            throws Refused {
        Ring ring = new Ring();
        List<Batch> batches = Stream.generate(() -> issuer.sealedBatch(3)).limit(4).toList();
        List<KeyMove> done = new ArrayList<>();
        for (int i = 0; i < MOVES; i++) {
            KeyMove move = i < BEGINNING.size() ? BEGINNING.get(i) : KeyMove.random(random);
            done.add(move);
            String expected = expected(ring, move);
            outcomes.merge(move.what() + " " + expected, 1, Integer::sum);
            assertEquals(expected, found(channel, issuer, batches, code, move), done::toString);
        }
        assertEquals(ring.record(), record(ledger, issuer), done::toString);
        for (int i = 0; i < batches.size(); i++) {
            Object anchored = ring.anchored().get(i + 1);
            assertEquals(
                    anchored == null ? "UNKNOWN_BATCH" : "key " + anchored,
                    batch(ledger, issuer, batches.get(i)),
                    done::toString);
        }
    }

    private static String expected(Ring ring, KeyMove move) {
        try {
            return ring.play(move);
        } catch (No no) {
            return no.code();
        }
    }

    private static String found(
            TestChannel channel,
            TestIssuer issuer,
            List<Batch> batches,
            String code,
            KeyMove move) {
        Caller by = move.first() ? Caller.ADMIN : FINANCE;
        Call call =
                switch (move.what()) {
                    case "enrol" -> Call.of(by, "enrolIssuer").with(enrol(issuer, move, "first"));
                    case "rename" -> Call.of(by, "enrolIssuer").with(enrol(issuer, move, "second"));
                    case "revoke" -> Call.of(by, "revokeKey").with(revoke(issuer, move));
                    case "suspend" -> Call.of(by, "suspendKey").with(key(issuer, move).end());
                    case "rotate" -> Call.of(Caller.INTAKE, "rotateKey").with(rotate(issuer, move));
                    case "anchor" -> anchor(issuer, batches.get(move.other() - 1), move);
                    default -> Call.of(by, "openSeries").with(series(issuer, code, move));
                };
        try {
            Object answer = Plain.of(channel.settle(call).answer());
            Object one = answer instanceof List<?> list ? list.getFirst() : answer;
            return Objects.toString(((Map<?, ?>) one).get("outcome"));
        } catch (Refused refusal) {
            return refusal.code().name();
        }
    }

    private static Json enrol(TestIssuer issuer, KeyMove move, String name) {
        IssuerKey key = IssuerKey.of(move.seq(), KEYS.get(move.key()).publicKey());
        return Json.object()
                .put("number", issuer.number())
                .put("code", "H%011d".formatted(issuer.number()))
                .put("name", name)
                .put("keys", List.of(key.json()))
                .end();
    }

    private static Json.Writer key(TestIssuer issuer, KeyMove move) {
        return Json.object().put("issuer", issuer.number()).put("keySeq", move.seq());
    }

    private static Json revoke(TestIssuer issuer, KeyMove move) {
        String since = Ring.since(move);
        return since.isEmpty()
                ? key(issuer, move).end()
                : key(issuer, move).put("suspectSince", since).end();
    }

    /** The old key's number has its own key in these moves, or the seal is another's. */
    private static Json rotate(TestIssuer issuer, KeyMove move) {
        SealPrivateKey old = KEYS.get(move.key());
        SealPrivateKey renewed = KEYS.get(move.other() - 1);
        IssuerKey record = IssuerKey.of(move.other(), renewed.publicKey());
        KeyRotation rotation = new KeyRotation(issuer.number(), old.publicKey(), record);
        SealPrivateKey possessor = move.good() ? renewed : KEYS.get(move.other() % 4);
        return key(issuer, move)
                .put("key", record.json())
                .put("voucher", rotation.seal(old).hex())
                .put("possession", rotation.seal(possessor).hex())
                .end();
    }

    private static Call anchor(TestIssuer issuer, Batch batch, KeyMove move) {
        BatchHeader header = batch.header();
        Json item =
                key(issuer, move)
                        .put("size", header.size())
                        .put("root", header.root().hex())
                        .put("seal", header.seal(KEYS.get(Ring.sealer(move))).hex())
                        .end();
        return Call.of(Caller.INTAKE, "anchor")
                .with(new Json.Items(List.of(item)))
                .with(batch.bytes());
    }

    private static Json series(TestIssuer issuer, String code, KeyMove move) {
        int[] range = Ring.RANGES.get(move.other() - 1);
        return Json.object()
                .put("code", code)
                .put("from", "%010d".formatted(range[0]))
                .put("to", "%010d".formatted(range[1]))
                .put("issuer", issuer.number())
                .end();
    }

    /** The issuer's record in short, as the model tells it. */
    private static String record(EmbeddedLedger ledger, TestIssuer issuer) throws Refused {
        Call history = Call.of(Caller.INTAKE, "history").with("issuer/" + issuer.number());
        List<Object> changes = Plain.list(ledger.evaluate(history));
        if (changes.isEmpty()) {
            return "nothing";
        }
        Map<?, ?> value =
                (Map<?, ?>) Objects.requireNonNull(((Map<?, ?>) changes.getFirst()).get("value"));
        StringBuilder record = new StringBuilder(Objects.toString(value.get("name")));
        for (Object one : (List<?>) Objects.requireNonNull(value.get("keys"))) {
            Map<?, ?> key = (Map<?, ?>) one;
            record.append(" ")
                    .append(key.get("seq"))
                    .append(key.containsKey("revokedAt") ? " revoked " : " ")
                    .append(Objects.toString(key.get("suspectSince"), ""));
        }
        Object suspended = value.get("suspended");
        return record + " " + (suspended == null ? "[]" : suspended);
    }

    private static String batch(EmbeddedLedger ledger, TestIssuer issuer, Batch batch) {
        Call prove =
                Call.of(Caller.INTAKE, "prove")
                        .with(Integer.toString(issuer.number()))
                        .with(batch.header().root().hex());
        try {
            return "key " + ((Map<?, ?>) Plain.of(ledger.evaluate(prove))).get("keySeq");
        } catch (Refused refusal) {
            return refusal.code().name();
        }
    }
}
