package io.yipiao.gateway.claim;

import io.yipiao.gateway.benefit.Application;
import io.yipiao.gateway.benefit.Assessment;
import io.yipiao.gateway.benefit.Benefit;
import io.yipiao.gateway.benefit.Finding;
import io.yipiao.gateway.benefit.Insured;
import io.yipiao.gateway.benefit.Sheet;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Encounter;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.fingerprint.Salt;

import org.jdbi.v3.core.Handle;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;

/** Computes a claim's sheet from its stored bill and the patient's year. */
final class Computation {
    private final Benefit benefit;
    private final InsuredRegistry insured;
    private final SecureRandom random = new SecureRandom();

    Computation(Benefit benefit, InsuredRegistry insured) {
        this.benefit = benefit;
        this.insured = insured;
    }

    /** What the audit found; its rules, once there are some, hand their findings in here. */
    static List<Finding> findings() {
        return List.of();
    }

    /**
     * Assesses a bill by what is decided at this moment. Until the transaction ends nobody else
     * computes or decides for this patient.
     */
    Assessment assess(Handle tx, Claim claim, Bill bill, Fen left) {
        Insured patient =
                insured.lock(tx, claim.patient())
                        .orElseThrow(
                                () -> new IllegalStateException(claim.number() + ": not insured"));
        Encounter encounter = bill.encounter();
        return benefit.assess(
                new Application(
                        bill,
                        patient,
                        false,
                        findings(),
                        SheetStore.year(
                                tx, claim, encounter.kind(), encounter.discharged().getYear()),
                        left,
                        LocalDate.ofInstant(claim.receivedAt(), Bill.ZONE)));
    }

    /** A sheet with a salt of its own. */
    SheetResult salted(Sheet sheet) {
        byte[] salt = new byte[Salt.LENGTH];
        random.nextBytes(salt);
        return new SheetResult(sheet, Salt.of(salt));
    }
}
