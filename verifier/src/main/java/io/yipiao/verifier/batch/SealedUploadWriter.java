package io.yipiao.verifier.batch;

import io.yipiao.verifier.fees.RunningRoot;
import io.yipiao.verifier.seal.SealedBill;

import java.io.IOException;
import java.io.OutputStream;

/** Writes what {@link SealedUploadReader} reads; each line ends with LF. */
public final class SealedUploadWriter {
    private final OutputStream out;
    private final UploadHeader header;
    private final RunningRoot root = new RunningRoot();

    /**
     * Writes the header.
     *
     * @param out where to, which the caller closes
     */
    public SealedUploadWriter(OutputStream out, UploadHeader header) throws IOException {
        this.out = out;
        this.header = header;
        line(header.bytes());
    }

    /** Writes the batch's next bill. */
    public void add(SealedBill sealed) throws IOException {
        root.add(BatchHeader.leaf(sealed.bill().fingerprint()));
        line(sealed.bytes());
    }

    /** Makes sure that the bills written were those of the header. */
    public void finish() throws IOException {
        if (root.size() != header.batch().size() || !root.root().equals(header.batch().root())) {
            throw new IllegalStateException("other bills were written than the header's");
        }
        out.flush();
    }

    private void line(byte[] canonical) throws IOException {
        out.write(canonical);
        out.write('\n');
    }
}
