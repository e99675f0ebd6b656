package io.yipiao.gateway.intake;

import io.yipiao.verifier.batch.Batch;
import io.yipiao.verifier.batch.SealedUploadReader;
import io.yipiao.verifier.batch.UploadException;
import io.yipiao.verifier.fingerprint.Fingerprint;
import io.yipiao.verifier.seal.SealedBill;

import org.jdbi.v3.core.Handle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Stores an upload that its issuer sealed, all or nothing: one transaction, in which bills are
 * written as they pass, and the batch at the end, once the root is the sealed one.
 */
final class SealedUpload {
    /** What the database says when another upload stored the same at the same time. */
    static final Set<String> RACED = Set.of(Intake.SAME_BILL, "batch_issuer_root_key");

    private static final int PORTION = 1_000;

    private final Intake intake;
    private final UUID upload;
    private final SealedUploadReader lines;
    private final List<Fingerprint> leaves = new ArrayList<>();
    private final List<UUID> members = new ArrayList<>();
    private final List<UUID> red = new ArrayList<>();

    /**
     * @param lines whose header's seal was found good
     */
    SealedUpload(Intake intake, UUID upload, SealedUploadReader lines) {
        this.intake = intake;
        this.upload = upload;
        this.lines = lines;
    }

    /** Reads and stores the whole upload, and gives the outcomes of its lines. */
    List<Outcome> store(Handle tx) throws UploadException {
        List<Outcome> outcomes = readAll(tx);
        if (!isStored(tx)) {
            intake.writeBatch(tx, upload, frozen(), members, red);
        }
        UploadStore.add(tx, upload, outcomes);
        return outcomes;
    }

    private List<Outcome> readAll(Handle tx) throws UploadException {
        List<Outcome> outcomes = new ArrayList<>();
        List<ReadyBill> portion = new ArrayList<>();
        long line = 1;
        for (Optional<SealedBill> bill = next(); bill.isPresent(); bill = next()) {
            portion.add(ReadyBill.of(++line, bill.get()));
            if (portion.size() == PORTION) {
                outcomes.addAll(storePortion(tx, portion));
                portion.clear();
            }
        }
        outcomes.addAll(storePortion(tx, portion));
        return outcomes;
    }

    /** A cut connection undoes the transaction as any failure does. */
    private Optional<SealedBill> next() throws UploadException {
        try {
            return lines.next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Outcome> storePortion(Handle tx, List<ReadyBill> portion) {
        Map<Fingerprint, UUID> known =
                BatchStore.known(tx, portion.stream().map(ReadyBill::fingerprint).toList());
        List<ReadyBill> fresh = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (ReadyBill bill : portion) {
            UUID earlier = known.putIfAbsent(bill.fingerprint(), bill.id());
            if (earlier == null) {
                fresh.add(bill);
            }
            UUID name = earlier == null ? bill.id() : earlier;
            leaves.add(bill.fingerprint());
            members.add(name);
            if (bill.isRed()) {
                red.add(name);
            }
            outcomes.add(
                    new Outcome.Registered(
                            bill.line(), name, bill.opening().core().id(), earlier != null));
        }
        if (!fresh.isEmpty()) {
            intake.writeBills(tx, lines.header().keySeq(), fresh, intake.places(fresh));
        }
        return outcomes;
    }

    /** Whether this very batch came before, under another idempotency key. */
    private boolean isStored(Handle tx) {
        return tx.createQuery("SELECT count(*) FROM batch WHERE issuer = :issuer AND root = :root")
                        .bind("issuer", lines.header().batch().issuer())
                        .bind("root", lines.header().batch().root().bytes())
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    private FrozenBatch frozen() {
        var header = lines.header();
        Batch batch = new Batch(header.batch().issuer(), leaves);
        return new FrozenBatch(
                UUID.randomUUID(), header.keySeq(), batch, header.batch(), header.seal());
    }
}
