package io.yipiao.verifier.audit;

import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.receipt.TestRoots;

/** Exports of ledgers that exist in tests only, for those who do not look into them. */
public final class TestExports {
    private TestExports() {}

    /** The organisations' roots. */
    public static Json.Members roots() {
        TestLedger ledger = new TestLedger();
        return TestRoots.json(ledger.insurance, ledger.hospital, ledger.finance);
    }

    /** Five blocks: three of configuration, a batch of three bills, and 1,830.70 yuan stamped. */
    public static byte[] good() {
        return ledger().bytes();
    }

    /** The same, and a block whose one transaction Insurance alone endorsed. */
    public static byte[] forged() {
        TestLedger ledger = ledger();
        ledger.commit(ledger.anchor(TestLedger.batch(5)).endorsedBy(ledger.insurancePeer));
        return ledger.bytes();
    }

    private static TestLedger ledger() {
        TestLedger ledger = new TestLedger();
        ledger.commit(ledger.anchor(TestLedger.batch(3)));
        ledger.commit(
                ledger.bill("holdAndStamp", TestLedger.share("BASIC", "C-1", 183_070, "STAMPED")));
        return ledger;
    }
}
