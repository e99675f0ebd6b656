package io.yipiao.verifier.receipt;

import io.yipiao.verifier.vectors.Refusals;

/** A channel that exists in tests only: its three organisations, and who trusts their roots. */
final class TestChannel {
    static final String NAME = "bills";

    final TestOrganisation insurance = TestOrganisation.of("InsuranceMSP");
    final TestOrganisation hospital = TestOrganisation.of("HospitalMSP");
    final TestOrganisation finance = TestOrganisation.of("FinanceMSP");
    final OrganisationRoots roots = TestRoots.of(insurance, hospital, finance);

    ProvedValue check(Receipt receipt) throws ReceiptException {
        return receipt.check(roots, NAME);
    }

    /** The receipt that two organisations' peers would give. */
    Receipt receipt(TestReading reading) {
        return reading.receipt(insurance.peer(), hospital.peer());
    }

    void assertRefused(String reason, TestReading reading) {
        assertRefused(reason, receipt(reading));
    }

    void assertRefused(String reason, TestPeer one, TestPeer other) {
        assertRefused(reason, new TestReading().receipt(one, other));
    }

    void assertRefused(String reason, Receipt receipt) {
        Refusals.assertRefused(ReceiptException.class, reason, () -> check(receipt));
    }
}
