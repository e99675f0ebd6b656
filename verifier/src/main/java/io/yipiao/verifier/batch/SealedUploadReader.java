package io.yipiao.verifier.batch;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.fees.RunningRoot;
import io.yipiao.verifier.reader.BillLines;
import io.yipiao.verifier.reader.LineSplitter;
import io.yipiao.verifier.reader.RawLine;
import io.yipiao.verifier.seal.SealException;
import io.yipiao.verifier.seal.SealPublicKey;
import io.yipiao.verifier.seal.SealedBill;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Reads a sealed upload: newline-delimited JSON, an {@link UploadHeader}, then a {@link SealedBill}
 * a line, each in its canonical spelling; between lines everything stands as {@link LineSplitter}
 * says. One line is held at a time, and the tree's root is computed as the lines pass.
 *
 * <p>A sealed upload is all or nothing. Until {@link #next} has answered with nothing, what it gave
 * is not known to be the whole of what the issuer sealed; after an exception nothing of it counts.
 */
public final class SealedUploadReader {
    /** A line may be this long: a plain bill's 4 MiB, and 5,000 salts of 35 bytes with the seal. */
    public static final int LONGEST_LINE = BillLines.LONGEST_LINE + (256 << 10);

    private final LineSplitter lines;
    private final UploadHeader header;
    private final RunningRoot root = new RunningRoot();
    private Optional<SealPublicKey> trusted = Optional.empty();
    private long last;

    /**
     * Reads the header. Whoever goes on looks up the key it names and gives it to {@link #trust}.
     *
     * @param in the upload, which the caller closes
     */
    public SealedUploadReader(InputStream in) throws IOException, UploadException {
        this.lines = new LineSplitter(in, LONGEST_LINE);
        Optional<RawLine> first = nextLine();
        if (first.isEmpty()) {
            throw new UploadException(1, "expected a header, found nothing");
        }
        try {
            this.header = UploadHeader.parse(first.get().bytes());
        } catch (FieldException e) {
            throw new UploadException(last, e);
        }
    }

    public UploadHeader header() {
        return header;
    }

    /** Checks the header's seal; every bill is then checked against the same key. */
    public void trust(SealPublicKey key) throws UploadException {
        try {
            header.check(key);
        } catch (SealException e) {
            throw new UploadException(last, "the batch's seal: " + e.getMessage());
        }
        trusted = Optional.of(key);
    }

    /**
     * The next bill, or nothing once all of the batch have passed and the root is the sealed one.
     */
    public Optional<SealedBill> next() throws IOException, UploadException {
        SealPublicKey key = trusted.orElseThrow(() -> new IllegalStateException("no key yet"));
        Optional<RawLine> line = nextLine();
        if (line.isEmpty()) {
            checkEnd();
            return Optional.empty();
        }
        if (root.size() == header.batch().size()) {
            throw new UploadException(last, "more bills than the header's " + root.size());
        }
        SealedBill sealed = read(line.get(), key);
        root.add(BatchHeader.leaf(sealed.bill().fingerprint()));
        return Optional.of(sealed);
    }

    /** The line read last, from 1, the header's and blank ones included. */
    public long line() {
        return last;
    }

    private Optional<RawLine> nextLine() throws IOException, UploadException {
        Optional<RawLine> line = lines.next();
        if (line.isPresent()) {
            last = line.get().number();
            if (!line.get().isWhole()) {
                throw new UploadException(last, "longer than " + LONGEST_LINE + " bytes");
            }
        }
        return line;
    }

    private SealedBill read(RawLine line, SealPublicKey key) throws UploadException {
        try {
            SealedBill sealed = SealedBill.parse(line.bytes());
            int issuer = sealed.bill().bill().issuer().number();
            if (issuer != header.batch().issuer()) {
                throw new FieldException(
                        "bill.issuer.number",
                        "the header's " + header.batch().issuer(),
                        "" + issuer);
            }
            sealed.check(key);
            return sealed;
        } catch (FieldException e) {
            throw new UploadException(last, e);
        } catch (SealException e) {
            throw new UploadException(last, "the bill's seal: " + e.getMessage());
        }
    }

    private void checkEnd() throws UploadException {
        int size = header.batch().size();
        if (root.size() != size) {
            throw new UploadException(last, "the upload ends after " + root.size() + " of " + size);
        }
        if (!root.root().equals(header.batch().root())) {
            throw new UploadException(last, "the bills are not those of the header's root");
        }
    }
}
