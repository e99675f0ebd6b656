package io.yipiao.verifier.reader;

/** One line of an upload as it came, without its line end. */
public final class RawLine {
    private final long number;
    private final byte[] bytes;
    private final boolean whole;

    /** Takes the bytes over; only the splitter, which made them, calls this. */
    RawLine(long number, byte[] bytes, boolean whole) {
        this.number = number;
        this.bytes = bytes;
        this.whole = whole;
    }

    /** Its number in the upload, from 1, blank lines counted. */
    public long number() {
        return number;
    }

    /** Its bytes, or their beginning if it was too long. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** How many bytes {@link #bytes} has. */
    public int length() {
        return bytes.length;
    }

    /** False if the line was longer than allowed, and most of it was thrown away. */
    public boolean isWhole() {
        return whole;
    }
}
