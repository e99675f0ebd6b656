package io.yipiao.gateway.claim;

import java.util.Set;

/**
 * What a clerk decides on a claim.
 *
 * @param text the reason or question, which the claimant reads; may be empty for APPROVE only
 * @param lines the sequence numbers of the fee lines that PART disallows; empty otherwise
 */
public record Ruling(Verdict verdict, String text, Set<Integer> lines) {
    public Ruling {
        lines = Set.copyOf(lines);
        if (text.isBlank() && verdict != Verdict.APPROVE) {
            throw new IllegalArgumentException(verdict + " needs a reason");
        }
        if (lines.isEmpty() == (verdict == Verdict.PART)) {
            throw new IllegalArgumentException(verdict + " with " + lines.size() + " lines");
        }
    }

    /** 通过. */
    public static Ruling approve() {
        return new Ruling(Verdict.APPROVE, "", Set.of());
    }

    /** 部分通过: these lines are disallowed. */
    public static Ruling part(Set<Integer> lines, String reason) {
        return new Ruling(Verdict.PART, reason, lines);
    }

    /** 补材料. */
    public static Ruling ask(String question) {
        return new Ruling(Verdict.ASK, question, Set.of());
    }

    /** 不予报销. */
    public static Ruling refuse(String reason) {
        return new Ruling(Verdict.REFUSE, reason, Set.of());
    }

    /** 转主管. */
    public static Ruling escalate(String reason) {
        return new Ruling(Verdict.ESCALATE, reason, Set.of());
    }
}
