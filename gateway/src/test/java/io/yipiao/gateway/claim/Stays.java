package io.yipiao.gateway.claim;

import io.yipiao.gateway.inquiry.TypedFace;
import io.yipiao.verifier.bill.CareKind;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;

import java.time.LocalDate;
import java.util.Optional;

/** Stays in a city nearby, as their patients declare them. */
public final class Stays {
    private Stays() {}

    /** A stay of 3,600.00 yuan, on a bill of this number. */
    public static Declared elsewhere(int number) {
        try {
            return Declared.of(
                    TypedFace.of(
                            Optional.empty(),
                            "98060226",
                            "%010d".formatted(number),
                            "abc123",
                            new Fen(360_000),
                            LocalDate.of(2026, 9, 13)),
                    "邻市第一医院",
                    CareKind.INPATIENT,
                    LocalDate.of(2026, 9, 7),
                    LocalDate.of(2026, 9, 13),
                    "");
        } catch (FieldException e) {
            throw new AssertionError(e);
        }
    }
}
