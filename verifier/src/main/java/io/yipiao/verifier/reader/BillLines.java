package io.yipiao.verifier.reader;

import io.yipiao.verifier.bill.FieldException;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Reads an upload of bills, newline-delimited JSON in UTF-8, one bill a line, holding one line at a
 * time. A faulty line is an outcome like any other: those after it are read.
 *
 * <p>Limits: a line has at most {@value #LONGEST_LINE} bytes, a bill at most 5,000 fee lines, JSON
 * at most 16 levels. Where one is passed, the fault names it.
 */
public final class BillLines {
    /** 4 MiB: 5,000 fee lines of 800 bytes. */
    public static final int LONGEST_LINE = 4 << 20;

    private final LineSplitter lines;

    /**
     * @param in the upload, which the caller closes
     */
    public BillLines(InputStream in) {
        this.lines = new LineSplitter(in, LONGEST_LINE);
    }

    /** The next line's outcome, or nothing at the end. */
    public Optional<BillLine> next() throws IOException {
        return lines.next().map(BillLines::read);
    }

    private static BillLine read(RawLine line) {
        try {
            if (!line.isWhole()) {
                throw new FieldException(
                        "line", "at most 4 MiB (" + LONGEST_LINE + " bytes)", "a longer line");
            }
            return new BillLine.Good(line.number(), BillReader.read(line.bytes()));
        } catch (FieldException e) {
            return new BillLine.Faulty(line, e);
        }
    }
}
