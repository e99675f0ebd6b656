package io.yipiao.gateway.claim;

import io.yipiao.gateway.benefit.Application;
import io.yipiao.gateway.benefit.Assessment;
import io.yipiao.gateway.benefit.Benefit;
import io.yipiao.gateway.benefit.Finding;
import io.yipiao.gateway.benefit.Insured;
import io.yipiao.gateway.benefit.Sheet;
import io.yipiao.gateway.benefit.YearSoFar;
import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Encounter;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.fingerprint.Salt;

import org.jdbi.v3.core.Handle;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
     *
     * @param more what a clerk disallows besides the audit
     */
    Assessment assess(Handle tx, Claim claim, Bill bill, Fen left, List<Finding> more) {
        Insured patient =
                insured.lock(tx, claim.patient())
                        .orElseThrow(
                                () -> new IllegalStateException(claim.number() + ": not insured"));
        Encounter encounter = bill.encounter();
        List<Finding> findings = new ArrayList<>(findings());
        findings.addAll(more);
        YearSoFar year =
                SheetStore.year(
                        tx,
                        new YearOf(claim.patient(), claim.payer(), encounter),
                        Optional.of(claim.number()));
        LocalDate received = LocalDate.ofInstant(claim.receivedAt(), Bill.ZONE);
        return benefit.assess(
                new Application(bill, patient, claim.emergency(), findings, year, left, received));
    }

    /** What a bill would be assessed to, were it claimed from a payer at this moment. */
    Optional<Assessment> foresee(
            Handle handle, PersonId patient, Payer payer, Bill bill, Fen left, LocalDate today) {
        YearSoFar year =
                SheetStore.year(
                        handle,
                        new YearOf(patient, payer.id(), bill.encounter()),
                        Optional.empty());
        return insured.find(handle, patient)
                .map(known ->
                        benefit.assess(
                                new Application(
                                        bill, known, false, findings(), year, left, today)));
    }

    /** A sheet with a salt of its own. */
    SheetResult salted(Sheet sheet) {
        byte[] salt = new byte[Salt.LENGTH];
        random.nextBytes(salt);
        return new SheetResult(sheet, Salt.of(salt));
    }
}
