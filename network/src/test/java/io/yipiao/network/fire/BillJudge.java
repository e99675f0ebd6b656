package io.yipiao.network.fire;

import io.yipiao.verifier.canonical.Digest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Judges the values that a bill had one after another. */
final class BillJudge {
    private final Digest fingerprint;
    private final List<SeenBill> seen;
    private final List<Finding> findings;

    BillJudge(Digest fingerprint, List<SeenBill> seen, List<Finding> findings) {
        this.fingerprint = fingerprint;
        this.seen = seen;
        this.findings = findings;
    }

    void judge(List<Told> told) {
        SeenBill before = SeenBill.NONE;
        Map<String, Integer> stamps = new HashMap<>();
        for (SeenBill now : seen) {
            limit(before, now);
            seats(now);
            stamps(before, now, stamps);
            before = now;
        }
        asked(told);
    }

    private void limit(SeenBill before, SeenBill now) {
        long limit = now.isRed() ? 0 : now.claimable();
        if (now.occupied() > before.occupied() && now.occupied() > limit) {
            find(Finding.Kind.LIMIT, now.occupied() + " of " + limit + " fen are taken");
        }
    }

    private void seats(SeenBill now) {
        Map<String, SeenBill.Share> seats = new HashMap<>();
        for (SeenBill.Share share : now.shares()) {
            if (share.isOccupied()) {
                SeenBill.Share other = seats.putIfAbsent(share.seat(), share);
                if (other != null && !other.isOf(share.payer(), share.claim())) {
                    find(Finding.Kind.DOUBLE_STAMP, other + " and " + share);
                }
            }
        }
    }

    /** A claim is stamped once; what grows later was amended, which nobody asks for under fire. */
    private void stamps(SeenBill before, SeenBill now, Map<String, Integer> stamps) {
        for (SeenBill.Share share : now.shares()) {
            long gained =
                    now.fen(share.payer(), share.claim(), "STAMPED")
                            - before.fen(share.payer(), share.claim(), "STAMPED");
            if (share.state().equals("STAMPED") && gained > 0) {
                String claim = share.payer() + " " + share.claim();
                if (stamps.merge(claim, 1, Integer::sum) > 1) {
                    find(Finding.Kind.TWICE, claim + " is stamped again, by " + gained + " fen");
                }
            }
        }
    }

    /** Who was never told a number may have any; then as many claims may be without one. */
    private void asked(List<Told> told) {
        Set<String> known = new HashSet<>();
        Set<String> nameless = new HashSet<>();
        Set<String> named = new HashSet<>();
        for (Told each : told) {
            if (each.asked().state().isEmpty()) {
                continue;
            }
            known.add(each.payer() + " " + each.claim());
            (each.claim().isEmpty() ? nameless : named).add(each.request());
        }
        nameless.removeAll(named);
        Set<String> strangers = new HashSet<>();
        for (SeenBill bill : seen) {
            for (SeenBill.Share share : bill.shares()) {
                if (!known.contains(share.payer() + " " + share.claim())) {
                    strangers.add(share.payer() + " " + share.claim());
                }
            }
        }
        if (strangers.size() > nameless.size()) {
            find(
                    Finding.Kind.UNASKED,
                    strangers + ", and " + nameless.size() + " without a number");
        }
    }

    private void find(Finding.Kind kind, String why) {
        findings.add(new Finding(kind, "bill " + fingerprint.hex() + ": " + why));
    }
}
