package io.yipiao.gateway.benefit;

import io.yipiao.verifier.bill.CatalogueClass;
import io.yipiao.verifier.bill.FeeLine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is taken off one fee line.
 *
 * @param sequence the line's number
 * @param catalogueClass the class the catalogue gives it, C where the catalogue does not know it
 * @param known whether the catalogue knows it; if not, nothing of it is paid and a person looks
 * @param amount the line's amount in yuan
 * @param taken what is taken off, in yuan with at most four places; together at most the amount
 */
public record LineShare(
        int sequence,
        CatalogueClass catalogueClass,
        boolean known,
        BigDecimal amount,
        Map<Deduction, BigDecimal> taken) {

    public LineShare {
        // One scale for all, so that equal shares are equal values.
        amount = scaled(amount);
        EnumMap<Deduction, BigDecimal> copy = new EnumMap<>(Deduction.class);
        taken.forEach((kind, part) -> copy.put(kind, scaled(part)));
        copy.values().removeIf(part -> part.signum() == 0);
        taken = Map.copyOf(copy);
        if (inScope(amount, taken).signum() < 0) {
            throw new IllegalArgumentException("more is taken off line " + sequence + " than it");
        }
    }

    /** Takes off a line, in the order of {@link Deduction}, what the catalogue and findings say. */
    static LineShare of(
            FeeLine line, Optional<CatalogueItem> item, BigDecimal disallowed, OwnPay ownPay) {
        Map<Deduction, BigDecimal> taken = new EnumMap<>(Deduction.class);
        taken.put(Deduction.DISALLOWED, disallowed);
        BigDecimal allowed = line.amount().subtract(disallowed);
        if (item.isEmpty() || item.get().outside()) {
            taken.put(Deduction.FULL_OWN_PAY, allowed);
        } else {
            BigDecimal over = over(line, item.get(), allowed);
            taken.put(Deduction.OVER_CEILING, over);
            taken.put(
                    Deduction.FIRST_OWN_PAY,
                    first(line, item.get(), allowed.subtract(over), ownPay));
        }
        return new LineShare(
                line.sequence(),
                item.map(CatalogueItem::catalogueClass).orElse(CatalogueClass.C),
                item.isPresent(),
                line.amount(),
                taken);
    }

    public BigDecimal taken(Deduction kind) {
        return taken.getOrDefault(kind, BigDecimal.ZERO);
    }

    /** What is left for the scheme, in exact yuan. */
    BigDecimal inScope() {
        return inScope(amount, taken);
    }

    private static BigDecimal scaled(BigDecimal yuan) {
        return yuan.setScale(FeeLine.AMOUNT_PLACES, RoundingMode.UNNECESSARY);
    }

    private static BigDecimal inScope(BigDecimal amount, Map<Deduction, BigDecimal> taken) {
        return amount.subtract(taken.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /**
     * In proportion, so that a line of which days are disallowed exceeds by its other days only.
     */
    private static BigDecimal over(FeeLine line, CatalogueItem item, BigDecimal allowed) {
        BigDecimal price = line.unitPrice();
        BigDecimal over =
                item.ceiling()
                        .map(ceiling -> price.subtract(Yuan.of(ceiling)))
                        .orElse(BigDecimal.ZERO);
        return over.signum() <= 0
                ? BigDecimal.ZERO
                : allowed.multiply(over).divide(price, FeeLine.AMOUNT_PLACES, RoundingMode.HALF_UP);
    }

    private static BigDecimal first(
            FeeLine line, CatalogueItem item, BigDecimal rest, OwnPay ownPay) {
        if (item.catalogueClass() != CatalogueClass.B) {
            return BigDecimal.ZERO;
        }
        BigDecimal ratio = item.ownPay().orElseGet(() -> ownPay.ratio(line));
        return rest.multiply(ratio).setScale(2, RoundingMode.HALF_UP).min(rest);
    }
}
