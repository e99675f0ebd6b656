package io.yipiao.verifier.reader;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Splits a stream into lines, holding one at a time.
 *
 * <ul>
 *   <li>A line ends with LF; one CR before it belongs to the line end. CR alone ends nothing.
 *   <li>The last line needs no line end.
 *   <li>Lines of nothing but spaces, tabs and CR are skipped, but counted.
 *   <li>One byte order mark at the very beginning is skipped (RFC 8259, 8.1, permits it; programs
 *       that export for spreadsheets write one); anywhere else it is part of its line.
 *   <li>Of a line longer than allowed only the first {@value #BEGINNING} bytes are kept; the rest
 *       is read and thrown away.
 * </ul>
 */
public final class LineSplitter {
    /** How much of an over-long line is kept, to know it by. */
    public static final int BEGINNING = 1024;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int CHUNK = 1 << 16;

    private final InputStream in;
    private final int longest;
    private final byte[] chunk = new byte[CHUNK];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int from;
    private int until;
    private long number;

    /**
     * @param in the upload, which the caller closes
     * @param longest how many bytes a line may have, its end not counted
     */
    public LineSplitter(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** The next line that is not blank, or nothing at the end. */
    public Optional<RawLine> next() throws IOException {
        while (fill()) {
            number++;
            boolean overflown = readLine();
            byte[] bytes = withoutFrame(line.toByteArray());
            if (overflown || bytes.length > longest) {
                byte[] beginning = Arrays.copyOf(bytes, Math.min(bytes.length, BEGINNING));
                return Optional.of(new RawLine(number, beginning, false));
            }
            if (!isBlank(bytes)) {
                return Optional.of(new RawLine(number, bytes, true));
            }
        }
        return Optional.empty();
    }

    /** Collects the bytes before the next LF, or says that they were too many to collect. */
    private boolean readLine() throws IOException {
        // What may be taken off again: a CR and a byte order mark.
        long room = (long) longest + 1 + BYTE_ORDER_MARK.length;
        boolean overflown = false;
        line.reset();
        while (fill()) {
            int end = from;
            while (end < until && chunk[end] != '\n') {
                end++;
            }
            int kept = (int) Math.min(end - from, room - line.size());
            line.write(chunk, from, kept);
            overflown |= kept < end - from;
            from = end;
            if (end < until) {
                from++;
                return overflown;
            }
        }
        return overflown;
    }

    /** Makes sure that a byte is at hand, or says that there is none. */
    private boolean fill() throws IOException {
        while (from == until) {
            int count = in.read(chunk, 0, CHUNK);
            if (count < 0) {
                return false;
            }
            from = 0;
            until = count;
        }
        return true;
    }

    private byte[] withoutFrame(byte[] bytes) {
        int begin = number == 1 && startsWithMark(bytes) ? BYTE_ORDER_MARK.length : 0;
        int end = bytes.length;
        if (end > begin && bytes[end - 1] == '\r') {
            end--;
        }
        return begin == 0 && end == bytes.length ? bytes : Arrays.copyOfRange(bytes, begin, end);
    }

    private static boolean startsWithMark(byte[] bytes) {
        return bytes.length >= BYTE_ORDER_MARK.length
                && Arrays.equals(bytes, 0, 3, BYTE_ORDER_MARK, 0, 3);
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte each : bytes) {
            if (each != ' ' && each != '\t' && each != '\r') {
                return false;
            }
        }
        return true;
    }
}
