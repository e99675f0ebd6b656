package io.yipiao.gateway.claim;

import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.verifier.bill.CareKind;
import io.yipiao.verifier.bill.Encounter;

/**
 * What sheets build on one another within.
 *
 * @param payer by his id on the ledger
 * @param number the year of discharge
 */
record YearOf(PersonId patient, String payer, CareKind care, int number) {
    YearOf(PersonId patient, String payer, Encounter encounter) {
        this(patient, payer, encounter.kind(), encounter.discharged().getYear());
    }
}
