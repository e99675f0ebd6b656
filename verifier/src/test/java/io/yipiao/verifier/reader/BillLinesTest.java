package io.yipiao.verifier.reader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Bills;
import io.yipiao.verifier.canonical.CanonicalForm;
import io.yipiao.verifier.canonical.Jcs;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

class BillLinesTest {

    @Test
    void reads_a_bill_a_line_in_order() throws IOException {
        List<BillLine> lines = read(line(Bills.sample()) + "\r\n\n" + line(Bills.outpatient()));
        assertEquals(
                List.of(
                        new BillLine.Good(1, Bills.sample()),
                        new BillLine.Good(3, Bills.outpatient())),
                lines);
    }

    @Test
    void hands_a_faulty_line_back_and_reads_on() throws IOException {
        String bad = line(Bills.sample()).replace("\"cash\":335430", "\"cash\":335429");
        List<BillLine> lines = read(bad + "\n" + line(Bills.outpatient()) + "\n");
        BillLine.Faulty faulty = assertInstanceOf(BillLine.Faulty.class, lines.get(0));
        assertEquals(
                "line 1: payments: expected the total of 335430 fen, found 335429",
                faulty.message());
        assertArrayEquals(bad.getBytes(StandardCharsets.UTF_8), faulty.line().bytes());
        assertEquals(new BillLine.Good(2, Bills.outpatient()), lines.get(1));
    }

    @Test
    void refuses_a_line_that_is_not_json_not_an_object_or_not_utf_8() throws IOException {
        byte[] upload = "x\n[]\n\"\u00ff\"\n".getBytes(StandardCharsets.ISO_8859_1);
        List<BillLine> lines = read(new ByteArrayInputStream(upload));
        assertEquals(
                List.of(
                        "line 1: json: expected well-formed JSON (RFC 8259), found a fault at"
                                + " character 1",
                        "line 2: json: expected an object, found another value",
                        "line 3: json: expected UTF-8, found bytes that are not UTF-8"),
                messages(lines));
    }

    @Test
    void refuses_a_bill_spread_over_lines() throws IOException {
        List<BillLine> lines = read("{\n}\n");
        assertEquals(2, messages(lines).size());
    }

    @Test
    void names_the_limit_of_4_mib_and_reads_on() throws IOException {
        String bill = line(Bills.outpatient());
        String longest = bill + " ".repeat(BillLines.LONGEST_LINE - bytes(bill).length);
        List<BillLine> lines = read(longest + "\n " + longest + "\n" + bill);
        assertInstanceOf(BillLine.Good.class, lines.get(0));
        assertEquals(
                List.of(
                        "line 2: line: expected at most 4 MiB (4194304 bytes), found a longer"
                                + " line"),
                messages(lines));
        assertEquals(3, lines.get(2).number());
        assertInstanceOf(BillLine.Good.class, lines.get(2));
    }

    @Test
    void names_the_limit_of_16_levels() throws IOException {
        assertEquals(
                List.of("line 1: a: expected at most 16 levels of nesting, found one more"),
                messages(read("{\"a\":".repeat(20))));
    }

    @Test
    void reads_a_bill_of_5000_fee_lines() throws IOException {
        Bill longest = Bills.ofLines(5_000);
        assertEquals(List.of(new BillLine.Good(1, longest)), read(line(longest)));
    }

    @Test
    void holds_one_line_of_an_upload_at_a_time() throws IOException {
        byte[] line = bytes(line(Bills.outpatient()) + "\n");
        List<InputStream> parts = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            parts.add(new ByteArrayInputStream(line));
        }
        int[] taken = {0};
        InputStream in =
                new SequenceInputStream(Collections.enumeration(parts)) {
                    @Override
                    public int read(byte[] into, int offset, int length) throws IOException {
                        int count = super.read(into, offset, length);
                        taken[0] += Math.max(0, count);
                        return count;
                    }
                };
        BillLines lines = new BillLines(in);
        for (int i = 1; i <= 2_000; i++) {
            assertInstanceOf(BillLine.Good.class, lines.next().orElseThrow());
            assertTrue(taken[0] <= i * line.length, "it read ahead");
        }
        assertEquals(Optional.empty(), lines.next());
    }

    private static String line(Bill bill) {
        return Jcs.text(CanonicalForm.bill(bill));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<BillLine> read(String upload) throws IOException {
        return read(new ByteArrayInputStream(bytes(upload)));
    }

    private static List<BillLine> read(InputStream upload) throws IOException {
        BillLines lines = new BillLines(upload);
        List<BillLine> all = new ArrayList<>();
        for (Optional<BillLine> line = lines.next(); line.isPresent(); line = lines.next()) {
            all.add(line.get());
        }
        return all;
    }

    private static List<String> messages(List<BillLine> lines) {
        return lines.stream()
                .filter(line -> line instanceof BillLine.Faulty)
                .map(line -> ((BillLine.Faulty) line).message())
                .toList();
    }
}
