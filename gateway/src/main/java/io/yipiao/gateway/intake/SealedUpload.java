package io.yipiao.gateway.intake;

import io.yipiao.gateway.ledger.OutboxEntry;
import io.yipiao.verifier.batch.Batch;
import io.yipiao.verifier.batch.SealedUploadReader;
import io.yipiao.verifier.batch.UploadException;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.fingerprint.Fingerprint;
import io.yipiao.verifier.seal.SealedBill;

import org.jdbi.v3.core.Handle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
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

    /** Written together: this many bills, or bills of this many fee lines. */
    private static final int BILLS = 1_000;

    private static final int FEE_LINES = 20_000;

    private final Intake intake;
    private final UUID upload;
    private final SealedUploadReader lines;
    private final List<Fingerprint> leaves = new ArrayList<>();
    private final List<UUID> members = new ArrayList<>();
    private final Map<UUID, OutboxEntry.Kind> related = new LinkedHashMap<>();
    private final Set<BillId> off = new HashSet<>();

    /**
     * @param lines whose header's seal was found good
     */
    SealedUpload(Intake intake, UUID upload, SealedUploadReader lines) {
        this.intake = intake;
        this.upload = upload;
        this.lines = lines;
    }

    /** Reads and stores the whole upload, and gives the outcomes of its lines. */
    List<Outcome> store(Handle tx) throws RefusedUploadException {
        List<Outcome> outcomes = readAll(tx);
        if (!isStored(tx)) {
            intake.writeBatch(tx, upload, frozen(), members, related);
        }
        UploadStore.add(tx, upload, outcomes);
        return outcomes;
    }

    /** Numbers that Finance never gave the issuer, for which the upload is refused. */
    Set<BillId> off() {
        return Set.copyOf(off);
    }

    private List<Outcome> readAll(Handle tx) throws RefusedUploadException {
        List<Outcome> outcomes = new ArrayList<>();
        List<ReadyBill> portion = new ArrayList<>();
        int feeLines = 0;
        for (Optional<SealedBill> bill = next(); bill.isPresent(); bill = next()) {
            portion.add(ReadyBill.of(lines.line(), bill.get()));
            feeLines += bill.get().bill().bill().lines().size();
            if (portion.size() == BILLS || feeLines >= FEE_LINES) {
                outcomes.addAll(storePortion(tx, portion));
                portion.clear();
                feeLines = 0;
            }
        }
        outcomes.addAll(storePortion(tx, portion));
        return outcomes;
    }

    /** A cut connection undoes the transaction as any failure does. */
    private Optional<SealedBill> next() throws RefusedUploadException {
        try {
            return lines.next();
        } catch (UploadException e) {
            throw RefusedUploadException.faulty(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Outcome> storePortion(Handle tx, List<ReadyBill> portion)
            throws RefusedUploadException {
        Map<Fingerprint, UUID> known =
                BatchStore.known(tx, portion.stream().map(ReadyBill::fingerprint).toList());
        Set<BillId> taken = BatchStore.taken(tx, Intake.identities(portion));
        List<ReadyBill> fresh = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (ReadyBill bill : portion) {
            Optional<UUID> earlier =
                    Optional.ofNullable(known.putIfAbsent(bill.fingerprint(), bill.id()));
            leaves.add(bill.fingerprint());
            members.add(earlier.orElse(bill.id()));
            if (earlier.isPresent()) {
                outcomes.add(Outcome.Registered.known(bill, earlier.get()));
            } else {
                fresh.add(bill);
                outcomes.add(Outcome.Registered.fresh(bill, !taken.add(bill.identity())));
            }
        }
        // A red bill or a paper that was stored before is queued since then.
        related.putAll(Intake.related(fresh));
        Door.Judged judged = intake.judge(tx, fresh);
        off.addAll(judged.off());
        refuseAny(judged.obstacles(), fresh);
        write(tx, fresh);
        return outcomes;
    }

    private static void refuseAny(Map<Fingerprint, Door.Obstacle> obstacles, List<ReadyBill> bills)
            throws RefusedUploadException {
        for (ReadyBill bill : bills) {
            Optional<Door.Obstacle> obstacle =
                    Optional.ofNullable(obstacles.get(bill.fingerprint()));
            if (obstacle.isPresent()) {
                throw RefusedUploadException.faulty(obstacle.get().at(bill));
            }
        }
    }

    private void write(Handle tx, List<ReadyBill> bills) throws RefusedUploadException {
        Places.Found found = intake.place(bills);
        if (!found.refused().isEmpty()) {
            throw RefusedUploadException.faulty(found.refused().getFirst());
        }
        if (!bills.isEmpty()) {
            intake.writeBills(tx, lines.header().keySeq(), found.bills());
        }
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
