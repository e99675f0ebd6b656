package io.yipiao.gateway.ledger;

import io.yipiao.verifier.batch.Batch;
import io.yipiao.verifier.batch.BatchHeader;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.Relation;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.canonical.Sm3;
import io.yipiao.verifier.fingerprint.Core;
import io.yipiao.verifier.fingerprint.Fingerprint;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.fingerprint.Salt;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.seal.IssuerKey;
import io.yipiao.verifier.seal.SealPrivateKey;
import io.yipiao.verifier.seal.Suite;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * An issuer with a key of its own and a number that no other test has: seals batches of bills that
 * are nothing but a core.
 */
public final class TestIssuer {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private final int number = ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE);
    private final SealPrivateKey key = SealPrivateKey.generate(Suite.ES256, new byte[0], RANDOM);

    public int number() {
        return number;
    }

    public SealPrivateKey key() {
        return key;
    }

    /** What {@code enrolIssuer} is told. */
    public Json record() {
        return Json.object()
                .put("number", number)
                .put("code", "H%011d".formatted(number))
                .put("name", "试验医院" + number)
                .put("keys", List.of(IssuerKey.of(1, key.publicKey()).json()))
                .end();
    }

    /** Anchors batches in one call. */
    public Call anchor(List<Batch> batches) {
        Call call = Call.of(Caller.INTAKE, "anchor");
        call =
                call.with(
                        new Json.Items(
                                batches.stream().<Json>map(batch -> item(batch, 1, key)).toList()));
        for (Batch batch : batches) {
            call = call.with(batch.bytes());
        }
        return call;
    }

    /** Anchors a batch that another key of this issuer seals. */
    public Call anchor(Batch batch, int keySeq, SealPrivateKey by) {
        return Call.of(Caller.INTAKE, "anchor")
                .with(new Json.Items(List.of(item(batch, keySeq, by))))
                .with(batch.bytes());
    }

    private Json item(Batch batch, int keySeq, SealPrivateKey by) {
        BatchHeader header = batch.header();
        return Json.object()
                .put("issuer", number)
                .put("keySeq", keySeq)
                .put("size", header.size())
                .put("root", header.root().hex())
                .put("seal", header.seal(by).hex())
                .end();
    }

    /** A bill of this total, all of it claimable, that no other test has. */
    public Opening bill(long fen) {
        return bill(fen, Optional.empty());
    }

    /** A red bill that takes the whole of another back. */
    public Opening redBill(Opening original) {
        return bill(
                original.core().total().value(),
                Optional.of(new Relation(Relation.Kind.REVERSES, original.core().id())));
    }

    /** A paper that a bill, or another paper, is exchanged to. */
    public Opening paper(Opening original) {
        return bill(
                BillId.Kind.PAPER,
                original.core().total().value(),
                Optional.of(new Relation(Relation.Kind.EXCHANGES, original.core().id())));
    }

    private Opening bill(long fen, Optional<Relation> relation) {
        return bill(BillId.Kind.FISCAL, fen, relation);
    }

    private Opening bill(BillId.Kind kind, long fen, Optional<Relation> relation) {
        long digits = ThreadLocalRandom.current().nextLong(10_000_000_000L);
        String code = "%04d".formatted(ThreadLocalRandom.current().nextInt(10_000)) + "0126";
        BillId id = new BillId(kind, code, "%010d".formatted(digits));
        Core core = new Core(id, number, new Fen(fen), new Fen(fen), DAY, relation);
        byte[] salt = new byte[Salt.LENGTH];
        RANDOM.nextBytes(salt);
        return new Opening(core, Salt.of(salt), Sm3.of(salt), Sm3.of(new byte[1]));
    }

    public Batch batch(List<Opening> bills) {
        return new Batch(number, bills.stream().map(Opening::fingerprint).toList());
    }

    /** A batch of this size whose bills nobody will open. */
    public Batch sealedBatch(int size) {
        byte[] leaves = new byte[size * Digest.LENGTH];
        RANDOM.nextBytes(leaves);
        return new Batch(
                number,
                java.util.stream.IntStream.range(0, size)
                        .mapToObj(i -> new Fingerprint(Digest.at(leaves, i * Digest.LENGTH)))
                        .toList());
    }

    /** The part of an item that opens a bill of a batch. */
    public static Json.Writer opening(Batch batch, int position) {
        Json.Members root =
                Json.object()
                        .put("issuer", batch.issuer())
                        .put("root", batch.header().root().hex())
                        .end();
        return Json.object()
                .put("batch", root)
                .put("position", position)
                .put(
                        "proof",
                        Json.texts(
                                batch.prove(position).siblings().stream()
                                        .map(Digest::hex)
                                        .toList()));
    }
}
