package io.yipiao.verifier.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;

import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.CanonicalForm;
import io.yipiao.verifier.canonical.Jcs;

import org.junit.jupiter.api.Tag;

/** Whatever comes in, a bill goes out that survives its canonical bytes, or a named fault. */
@Tag("fuzz")
class BillReaderFuzzTest {

    @FuzzTest
    void reads_or_refuses(byte[] input) throws FieldException {
        Bill bill;
        try {
            bill = BillReader.read(input);
        } catch (FieldException e) {
            return;
        }
        assertEquals(bill, BillReader.read(Jcs.bytes(CanonicalForm.bill(bill))));
    }
}
