package io.yipiao.gateway.benefit;

import io.yipiao.gateway.benefit.Assessment.Computed;
import io.yipiao.gateway.benefit.Assessment.NotPaid;
import io.yipiao.gateway.benefit.Assessment.Reason;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.FeeLine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Computes what basic insurance pays on a bill, by a policy's data. An item that the catalogue does
 * not know counts as the patient's own, and the sheet says so, for a person to look at it.
 */
public final class Benefit {
    private final Policy policy;

    public Benefit(Policy policy) {
        this.policy = policy;
    }

    public Assessment assess(Application application) {
        Bill bill = application.bill();
        LocalDate discharged = bill.encounter().discharged();
        if (!bill.payments().fund().isZero()) {
            return new NotPaid(Reason.SETTLED_AT_HOSPITAL);
        }
        if (application.received().getYear() > discharged.getYear() + 1) {
            return new NotPaid(Reason.TOO_LATE);
        }
        Optional<Institution> institution =
                Optional.ofNullable(policy.institutions().get(bill.issuer().code()));
        if (institution.isEmpty()) {
            return new NotPaid(Reason.NOT_DESIGNATED);
        }
        Optional<SchemeRule> rule = rule(application, institution.get());
        Optional<OwnPay> ownPay = Dated.on(policy.ownPay(), discharged);
        if (rule.isEmpty() || ownPay.isEmpty()) {
            return new NotPaid(Reason.NOT_COVERED);
        }
        Sheet sheet = sheet(application, rule.get(), ownPay.get());
        return new Computed(sheet, institution.get().city());
    }

    /** The amounts by which claims are routed, as they hold on a day of discharge. */
    public Optional<Routing> routing(LocalDate discharged) {
        return Dated.on(policy.routing(), discharged);
    }

    private Optional<SchemeRule> rule(Application application, Institution institution) {
        Insured insured = application.insured();
        boolean table = institution.city() || insured.filedAway() || application.emergency();
        return policy.scheme(
                insured,
                application.bill().encounter().kind(),
                table ? Place.CITY : Place.AWAY,
                institution.level(),
                application.bill().encounter().discharged());
    }

    private Sheet sheet(Application application, SchemeRule rule, OwnPay ownPay) {
        Bill bill = application.bill();
        Map<Integer, BigDecimal> disallowed = disallowed(application.findings());
        List<LineShare> lines =
                bill.lines().stream().map(line -> share(line, disallowed, ownPay)).toList();
        return Sheet.of(
                bill.total(),
                Deductions.of(bill, lines),
                lines,
                rule,
                application.year(),
                application.left().atMost(bill.claimable()));
    }

    private LineShare share(FeeLine line, Map<Integer, BigDecimal> disallowed, OwnPay ownPay) {
        return LineShare.of(
                line,
                Optional.ofNullable(policy.catalogue().get(line.catalogueCode())),
                disallowed.getOrDefault(line.sequence(), BigDecimal.ZERO).min(line.amount()),
                ownPay);
    }

    /** Several findings may name one line. */
    private static Map<Integer, BigDecimal> disallowed(List<Finding> findings) {
        Map<Integer, BigDecimal> sums = new HashMap<>();
        for (Finding finding : findings) {
            sums.merge(finding.line(), Yuan.of(finding.amount()), BigDecimal::add);
        }
        return sums;
    }
}
