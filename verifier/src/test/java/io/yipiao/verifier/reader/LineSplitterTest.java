package io.yipiao.verifier.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

class LineSplitterTest {
    private static final int LONGEST = 2_000;

    @Test
    void numbers_lines_and_skips_blank_ones() throws IOException {
        assertEquals(List.of("1:a", "4:b", "6:c"), split("a\n\n \t \nb\r\n\r\nc"));
    }

    @Test
    void gives_nothing_for_nothing() throws IOException {
        assertEquals(List.of(), split(""));
        assertEquals(List.of(), split("\n\r\n \n"));
    }

    @Test
    void takes_one_carriage_return_for_part_of_the_line_end() throws IOException {
        assertEquals(List.of("1:a", "2:b\r", "3:c\rd"), split("a\r\nb\r\r\nc\rd"));
    }

    @Test
    void takes_the_last_line_without_a_line_end() throws IOException {
        assertEquals(List.of("1:a", "2:b"), split("a\nb"));
        assertEquals(List.of("1:a", "2:b"), split("a\nb\n"));
        assertEquals(List.of("1:a", "2:b"), split("a\nb\r"));
    }

    @Test
    void skips_a_byte_order_mark_at_the_beginning_only() throws IOException {
        assertEquals(List.of("1:a", "2:\uFEFFb"), split("\uFEFFa\n\uFEFFb"));
        assertEquals(List.of("1:\uFEFFa"), split("\uFEFF\uFEFFa"));
        assertEquals(List.of("2:a"), split("\uFEFF\na"));
    }

    @Test
    void keeps_a_line_of_the_greatest_length_whatever_frames_it() throws IOException {
        String longest = "x".repeat(LONGEST);
        assertEquals(List.of("1:" + longest, "2:b"), split(longest + "\nb"));
        assertEquals(List.of("1:" + longest, "2:b"), split("\uFEFF" + longest + "\r\nb"));
    }

    @Test
    void keeps_the_beginning_of_a_longer_line_and_goes_on_with_the_next() throws IOException {
        for (int more : new int[] {1, 2, 4, 5, 100_000}) {
            LineSplitter lines = splitter("x".repeat(LONGEST + more) + "\nb", 65_536);
            RawLine first = lines.next().orElseThrow();
            assertFalse(first.isWhole());
            assertEquals(1, first.number());
            assertEquals("x".repeat(LineSplitter.BEGINNING), text(first));
            RawLine second = lines.next().orElseThrow();
            assertTrue(second.isWhole());
            assertEquals("b", text(second));
            assertEquals(2, second.number());
        }
    }

    @Test
    void holds_little_of_a_line_that_does_not_end() throws IOException {
        InputStream endless =
                new InputStream() {
                    private long left = 1L << 30;

                    @Override
                    public int read() {
                        return left-- > 0 ? 'x' : -1;
                    }

                    @Override
                    public int read(byte[] into, int offset, int length) {
                        if (left <= 0) {
                            return -1;
                        }
                        int count = (int) Math.min(left, length);
                        Arrays.fill(into, offset, offset + count, (byte) 'x');
                        left -= count;
                        return count;
                    }
                };
        RawLine line = new LineSplitter(endless, LONGEST).next().orElseThrow();
        assertEquals(LineSplitter.BEGINNING, line.bytes().length);
    }

    @Test
    void gives_its_bytes_away_as_copies() throws IOException {
        RawLine line = splitter("a", 10).next().orElseThrow();
        line.bytes()[0] = 'b';
        assertEquals("a", text(line));
    }

    @Provide
    Arbitrary<String> uploads() {
        return Arbitraries.of("a", "\n", "\r\n", "\r", " ", "\t", "张", "\uFEFF", "\n\n", "{}")
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join("", parts));
    }

    @Property
    void gives_the_same_lines_however_the_stream_arrives(
            @ForAll("uploads") String upload, @ForAll @IntRange(min = 1, max = 5) int piece)
            throws IOException {
        assertEquals(collect(splitter(upload, 65_536)), collect(splitter(upload, piece)));
    }

    @Property
    void gives_the_lines_that_a_plain_split_gives(@ForAll("uploads") String upload)
            throws IOException {
        String body = upload.startsWith("\uFEFF") ? upload.substring(1) : upload;
        List<String> expected = new ArrayList<>();
        String[] plain = body.split("\n", -1);
        for (int i = 0; i < plain.length; i++) {
            String line =
                    plain[i].endsWith("\r")
                            ? plain[i].substring(0, plain[i].length() - 1)
                            : plain[i];
            if (!line.matches("[ \t\r]*")) {
                expected.add(i + 1 + ":" + line);
            }
        }
        assertEquals(expected, split(upload));
    }

    private static List<String> split(String upload) throws IOException {
        return collect(splitter(upload, 65_536));
    }

    private static List<String> collect(LineSplitter lines) throws IOException {
        List<String> all = new ArrayList<>();
        for (Optional<RawLine> line = lines.next(); line.isPresent(); line = lines.next()) {
            all.add(line.get().number() + ":" + text(line.get()));
        }
        return all;
    }

    private static String text(RawLine line) {
        return new String(line.bytes(), StandardCharsets.UTF_8);
    }

    /** A splitter of a stream that gives at most so many bytes at a time. */
    private static LineSplitter splitter(String upload, int piece) {
        InputStream in =
                new ByteArrayInputStream(upload.getBytes(StandardCharsets.UTF_8)) {
                    @Override
                    public int read(byte[] into, int offset, int length) {
                        return super.read(into, offset, Math.min(length, piece));
                    }
                };
        return new LineSplitter(in, LONGEST);
    }
}
