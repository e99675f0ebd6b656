package io.yipiao.verifier.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;

/** What an audit must have found. */
final class Found {
    private Found() {}

    static void nothing(AuditReport report) {
        assertEquals(List.of(), report.breaches());
        assertTrue(report.isClean());
    }

    /** A breach of a whole block. */
    static void inBlock(AuditReport report, BreachKind kind, long block, String why) {
        one(report, kind, block, OptionalInt.empty(), why);
    }

    /** A breach of a block's first transaction. */
    static void inTransaction(AuditReport report, BreachKind kind, long block, String why) {
        one(report, kind, block, OptionalInt.of(0), why);
    }

    /** That nothing else is said to be wrong. */
    static void only(AuditReport report, BreachKind kind, long block, String why) {
        assertEquals(1, report.breachCount(), report.breaches().toString());
        inTransaction(report, kind, block, why);
    }

    private static void one(
            AuditReport report, BreachKind kind, long block, OptionalInt transaction, String why) {
        assertTrue(
                report.breaches().stream()
                        .anyMatch(breach ->
                                breach.kind() == kind
                                        && breach.block() == block
                                        && breach.transaction().equals(transaction)
                                        && breach.why().contains(why)),
                report.breaches().toString());
    }
}
