package io.yipiao.gateway.intake;

import io.yipiao.gateway.intake.RefusedUploadException.Reason;
import io.yipiao.gateway.ledger.Outbox;
import io.yipiao.gateway.secrets.Secrets;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.batch.SealedUploadReader;
import io.yipiao.verifier.batch.UploadException;
import io.yipiao.verifier.batch.UploadHeader;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.reader.BillLines;
import io.yipiao.verifier.reader.LineSplitter;
import io.yipiao.verifier.seal.SealPublicKey;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Takes hospitals' uploads, plain or sealed, told apart by their first line. An upload that is sent
 * again under the same key is answered as the first time; one that was cut off goes on: bills that
 * are stored are known again by their fingerprints.
 */
public final class Uploads {
    /** A header has 1 KiB at most; a bill's line that is as short cannot be one. */
    private static final int HEADER = 1024;

    private final Database database;
    private final SealingKeys keys;
    private final Intake intake;
    private final RefusedLines refused;
    private final Set<UploadKey> underWay = ConcurrentHashMap.newKeySet();

    public Uploads(
            Database database,
            Secrets secrets,
            SealingKeys keys,
            IndexSource indexes,
            Numbering numbers,
            Outbox outbox) {
        this.database = database;
        this.keys = keys;
        this.intake = new Intake(database, secrets, indexes, numbers, outbox);
        this.refused = new RefusedLines(database, secrets.personal());
    }

    /**
     * Reads an upload to its end.
     *
     * @param issuer whose bills these must be
     * @param body newline-delimited JSON, which the caller closes
     * @param begun told the upload's name once it is known that lines will be answered
     * @param answers takes each line's outcome as JSON, in the order of the lines, as soon as it is
     *     stored; of a sealed upload all of them at the end
     */
    public UploadProgress accept(
            int issuer,
            UploadKey key,
            InputStream body,
            Consumer<UUID> begun,
            Consumer<String> answers)
            throws IOException, RefusedUploadException {
        if (!underWay.add(key)) {
            throw new RefusedUploadException(
                    Reason.UNDER_WAY, "This upload is being read: ask for its progress");
        }
        try {
            return read(issuer, key, new HashedStream(body), begun, answers);
        } finally {
            underWay.remove(key);
        }
    }

    /** How far one of an issuer's uploads has come. */
    public Optional<UploadProgress> progress(UUID upload, int issuer) {
        return database.with(
                handle -> UploadStore.progress(handle, upload, issuer, underWay::contains));
    }

    private UploadProgress read(
            int issuer,
            UploadKey key,
            HashedStream hashed,
            Consumer<UUID> begun,
            Consumer<String> answers)
            throws IOException, RefusedUploadException {
        BufferedInputStream in = new BufferedInputStream(hashed, 1 << 16);
        Optional<UploadHeader> header = header(in);
        UUID fresh = UUID.randomUUID();
        Optional<UploadStore.Left> left =
                database.with(h -> UploadStore.begin(h, fresh, issuer, key, header.isPresent()));
        UUID upload = left.map(UploadStore.Left::id).orElse(fresh);
        if (left.isPresent() && !left.get().state().equals("READING")) {
            return again(left.get(), issuer, hashed.drain(), begun, answers);
        }
        if (left.isPresent()) {
            database.changeInTransaction(tx -> UploadStore.resume(tx, upload));
        }
        Optional<String> fault = Optional.empty();
        try {
            if (header.isPresent()) {
                sealed(issuer, upload, in, begun, answers);
            } else {
                plain(issuer, upload, in, begun, answers);
            }
        } catch (RefusedUploadException e) {
            if (e.reason() == Reason.NO_KEY && left.isEmpty()) {
                database.changeInTransaction(tx -> UploadStore.forget(tx, upload));
            }
            if (e.reason() != Reason.FAULTY) {
                throw e;
            }
            fault = Optional.of(e.why());
        }
        return end(issuer, upload, hashed.drain(), fault);
    }

    private UploadProgress end(int issuer, UUID upload, Digest content, Optional<String> fault)
            throws RefusedUploadException {
        database.changeInTransaction(tx -> UploadStore.end(tx, upload, content, fault));
        if (fault.isPresent()) {
            throw new RefusedUploadException(Reason.FAULTY, fault.get());
        }
        return progress(upload, issuer).orElseThrow();
    }

    private UploadProgress again(
            UploadStore.Left left,
            int issuer,
            Digest content,
            Consumer<UUID> begun,
            Consumer<String> answers)
            throws RefusedUploadException {
        if (!left.content().equals(Optional.of(content))) {
            throw new RefusedUploadException(
                    Reason.OTHER_CONTENT,
                    "This Idempotency-Key was used for another upload: choose a new one");
        }
        if (left.fault().isPresent()) {
            throw new RefusedUploadException(Reason.FAULTY, left.fault().get());
        }
        begun.accept(left.id());
        database.changeInTransaction(tx -> UploadStore.replay(tx, left.id(), answers));
        return progress(left.id(), issuer).orElseThrow();
    }

    private void plain(
            int issuer, UUID upload, InputStream in, Consumer<UUID> begun, Consumer<String> answers)
            throws IOException, RefusedUploadException {
        SealingKeys.InCustody custody =
                keys.inCustody(issuer)
                        .orElseThrow(() ->
                                new RefusedUploadException(
                                        Reason.NO_KEY,
                                        "The gateway holds no key of issuer "
                                                + issuer
                                                + ": seal the upload yourself"));
        begun.accept(upload);
        new PlainUpload(intake, refused, upload, issuer, custody, text(answers))
                .read(new LineSplitter(in, BillLines.LONGEST_LINE));
    }

    private void sealed(
            int issuer, UUID upload, InputStream in, Consumer<UUID> begun, Consumer<String> answers)
            throws IOException, RefusedUploadException {
        try {
            SealedUploadReader lines = new SealedUploadReader(in);
            UploadHeader header = lines.header();
            if (header.batch().issuer() != issuer) {
                throw new RefusedUploadException(
                        Reason.FAULTY, "line 1: issuer: expected " + issuer + ", the uploader");
            }
            lines.trust(enrolled(issuer, header.keySeq()));
            SealedUpload sealed = new SealedUpload(intake, upload, lines);
            List<Outcome> outcomes = stored(issuer, sealed);
            intake.frozen();
            begun.accept(upload);
            outcomes.forEach(text(answers));
        } catch (UploadException e) {
            throw RefusedUploadException.faulty(e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (RuntimeException e) {
            if (Database.violated(e).filter(SealedUpload.RACED::contains).isEmpty()) {
                throw e;
            }
            throw new RefusedUploadException(
                    Reason.UNDER_WAY,
                    "Another upload stored some of these bills at this moment: send it again");
        }
    }

    private List<Outcome> stored(int issuer, SealedUpload sealed) throws RefusedUploadException {
        try {
            return database.inTransaction(sealed::store);
        } catch (RefusedUploadException e) {
            if (!sealed.off().isEmpty()) {
                intake.tell(issuer, sealed.off());
            }
            throw e;
        }
    }

    private SealPublicKey enrolled(int issuer, int keySeq) throws RefusedUploadException {
        return keys.enrolled(issuer, keySeq)
                .orElseThrow(() ->
                        new RefusedUploadException(
                                Reason.NO_KEY,
                                "Key " + keySeq + " of issuer " + issuer + " is not in use"));
    }

    /** Looks whether the first line is a sealed upload's header, and leaves it to be read. */
    private static Optional<UploadHeader> header(BufferedInputStream in) throws IOException {
        in.mark(HEADER);
        byte[] beginning = in.readNBytes(HEADER);
        in.reset();
        int end = 0;
        while (end < beginning.length && beginning[end] != '\n') {
            end++;
        }
        int length = end > 0 && beginning[end - 1] == '\r' ? end - 1 : end;
        try {
            byte[] line = Arrays.copyOf(beginning, length);
            return Jcs.parseObject(line).has("root")
                    ? Optional.of(UploadHeader.parse(line))
                    : Optional.empty();
        } catch (FieldException e) {
            return Optional.empty();
        }
    }

    private static Consumer<Outcome> text(Consumer<String> answers) {
        return outcome -> answers.accept(Jcs.text(outcome.json()));
    }
}
