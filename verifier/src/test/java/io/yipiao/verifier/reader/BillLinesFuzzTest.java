package io.yipiao.verifier.reader;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;

import org.junit.jupiter.api.Tag;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;

/** Whatever an upload holds, each line that is not blank has one outcome, in order. */
@Tag("fuzz")
class BillLinesFuzzTest {

    @FuzzTest
    void gives_outcomes_in_order(byte[] upload) throws IOException {
        BillLines lines = new BillLines(new ByteArrayInputStream(upload));
        long last = 0;
        for (Optional<BillLine> line = lines.next(); line.isPresent(); line = lines.next()) {
            assertTrue(line.get().number() > last);
            last = line.get().number();
        }
        assertTrue(last <= upload.length);
    }
}
