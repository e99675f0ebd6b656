package io.yipiao.verifier.verdict;

import io.yipiao.verifier.bill.Relation;
import io.yipiao.verifier.verdict.Remark.Code;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table's rows from CONFLICT down: which hold, and why. */
final class Rows {
    private final Map<VerdictKind, Remark> holding = new EnumMap<>(VerdictKind.class);

    private Rows() {}

    /** The rows that hold for a bill whose seal holds. */
    static Rows sealed(LedgerFacts ledger, Optional<Relation> relation) {
        Rows rows = new Rows();
        rows.lasting(ledger, relation);
        if (!ledger.isReachable()) {
            rows.holding.put(VerdictKind.NO_LEDGER, Remarks.NOT_ASKED);
        } else if (ledger.anchoredAt().isEmpty()) {
            rows.add(
                    VerdictKind.UNREGISTERED,
                    Code.NOT_ANCHORED,
                    "医院还没有把它登记上链。",
                    "The hospital has not registered it yet.");
        } else {
            rows.shares(ledger);
            rows.history(ledger, relation);
        }
        return rows;
    }

    /** The rows that hold for a bill from elsewhere. */
    static Rows foreign(LedgerFacts ledger) {
        Rows rows = new Rows();
        rows.lasting(ledger, Optional.empty());
        rows.holding.put(VerdictKind.ELSEWHERE, Remarks.FOREIGN);
        if (ledger.isReachable() && !ledger.occupied().isZero()) {
            rows.shares(ledger);
        }
        return rows;
    }

    /** The row that wins. */
    VerdictKind first() {
        return holding.keySet().iterator().next();
    }

    /** The rows below it that hold too. */
    List<VerdictKind> also() {
        return holding.keySet().stream().sorted(Comparator.naturalOrder()).skip(1).toList();
    }

    /** Why each holds, in their order. */
    List<Remark> reasons() {
        return List.copyOf(holding.values());
    }

    /** What stays true whatever came later. */
    private void lasting(LedgerFacts ledger, Optional<Relation> relation) {
        if (ledger.isConflict()) {
            add(
                    VerdictKind.CONFLICT,
                    Code.TWO_CONTENTS,
                    "同一号码登记了两份不同的内容。",
                    "Two different contents are registered under its number.");
        }
        if (isKind(relation, Relation.Kind.REVERSES)) {
            holding.put(VerdictKind.REVERSED, Remarks.IS_RED_BILL);
        } else if (ledger.isReversed()) {
            add(
                    VerdictKind.REVERSED,
                    Code.RED_BILL_COUNTS,
                    "医院已经开红票冲掉了它。",
                    "The hospital took it back by a red bill.");
        }
    }

    /** Shares say nothing any more of a bill that was reversed. */
    private void shares(LedgerFacts ledger) {
        if (holding.containsKey(VerdictKind.REVERSED)) {
            return;
        }
        if (!ledger.settled().isZero()) {
            settled(ledger);
        } else if (ledger.held().isZero() && holding.isEmpty()) {
            untouched(ledger);
        }
        if (!ledger.held().isZero()) {
            add(VerdictKind.HELD, Code.IN_PROGRESS, "有一笔报销正在办理。", "A claim on it is in progress.");
        }
    }

    private void untouched(LedgerFacts ledger) {
        if (ledger.claimable().isZero()) {
            add(
                    VerdictKind.FULL,
                    Code.NOTHING_CLAIMABLE,
                    "在医院已经全部结清，没有可以报销的金额。",
                    "All was settled at the hospital; nothing can be claimed.");
        } else {
            add(VerdictKind.OPEN, Code.UNCLAIMED, "还没有报销过。", "It was not claimed yet.");
        }
    }

    private void settled(LedgerFacts ledger) {
        if (ledger.settled().compareTo(ledger.claimable()) >= 0) {
            add(
                    VerdictKind.FULL,
                    Code.ALL_CLAIMED,
                    "可以报销的金额已经全部报销。",
                    "All that can be claimed was claimed.");
        } else {
            add(
                    VerdictKind.PARTLY,
                    Code.PART_CLAIMED,
                    "已经报销了一部分，还有剩余。",
                    "Part of it was claimed; something is left.");
        }
    }

    private void history(LedgerFacts ledger, Optional<Relation> relation) {
        if (isKind(relation, Relation.Kind.REPLACES)) {
            add(
                    VerdictKind.PART_REVERSED,
                    Code.REISSUED,
                    "医院部分退费后重开的。",
                    "The hospital issued it after a partial refund.");
        }
        if (ledger.isExchanged() || isKind(relation, Relation.Kind.EXCHANGES)) {
            add(
                    VerdictKind.EXCHANGED,
                    Code.EXCHANGED,
                    "电子票据和纸质票据是同一笔费用。",
                    "E-bill and paper are one charge.");
        }
    }

    private void add(VerdictKind kind, Code code, String chinese, String english) {
        holding.put(kind, Remark.of(code, chinese, english));
    }

    private static boolean isKind(Optional<Relation> relation, Relation.Kind kind) {
        return relation.filter(found -> found.kind() == kind).isPresent();
    }
}
