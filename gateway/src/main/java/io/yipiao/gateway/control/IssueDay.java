package io.yipiao.gateway.control;

import io.yipiao.gateway.alarm.Subject;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.fingerprint.IdentityBytes;

import java.time.LocalDate;

/**
 * What a control total is of: the bills that one hospital issued on one day under one code.
 *
 * @param issuer the hospital's number on the ledger
 * @param day of issue, in Shanghai
 * @param kind any but paper, which is given out in exchange for a bill
 * @param code as {@link BillId} has it
 */
public record IssueDay(int issuer, LocalDate day, BillId.Kind kind, String code) {
    public IssueDay {
        try {
            check(issuer, kind, code);
        } catch (FieldException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Takes what was said outside. */
    public static IssueDay of(int issuer, LocalDate day, BillId.Kind kind, String code)
            throws FieldException {
        check(issuer, kind, code);
        return new IssueDay(issuer, day, kind, code);
    }

    private static void check(int issuer, BillId.Kind kind, String code) throws FieldException {
        if (issuer < 1) {
            throw new FieldException("issuer", "a hospital's number", Integer.toString(issuer));
        }
        if (kind == BillId.Kind.PAPER) {
            throw new FieldException("kind", "FISCAL, VAT or ALL_DIGITAL", kind.name());
        }
        BillId.of(kind, code, "0".repeat(digits(kind)));
    }

    /** How many digits its numbers have. */
    int digits() {
        return digits(kind);
    }

    private static int digits(BillId.Kind kind) {
        return switch (kind) {
            case FISCAL, PAPER -> 10;
            case VAT -> 8;
            case ALL_DIGITAL -> 20;
        };
    }

    /** The identity of one of its numbers, as it is stored. */
    byte[] identity(String number) {
        return IdentityBytes.of(new BillId(kind, code, number));
    }

    byte[] low() {
        return identity("0".repeat(digits()));
    }

    byte[] high() {
        return identity("9".repeat(digits()));
    }

    Subject subject() {
        return Subject.issuer(issuer, day + "/" + kind + (code.isEmpty() ? "" : "/" + code));
    }
}
