package io.yipiao.gateway.benefit;

import io.yipiao.verifier.bill.CareKind;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that the insurance has laid down as data: its catalogue, schemes, institutions, the payers
 * that follow it and the amounts by which claims are routed.
 */
public record Policy(
        Map<String, CatalogueItem> catalogue,
        List<OwnPay> ownPay,
        Collection<SchemeRule> schemes,
        Map<String, Institution> institutions,
        PolicyOrder order,
        List<Routing> routing) {

    /** Reads all tables but the insured people. */
    public static Policy read(TableSource source) throws TableException {
        return new Policy(
                Table.byKey(
                        source,
                        CatalogueItem.FILE,
                        CatalogueItem.COLUMNS,
                        CatalogueItem::read,
                        CatalogueItem::code),
                Table.read(source, OwnPay.FILE, OwnPay.COLUMNS, OwnPay::read),
                Table.byKey(
                                source,
                                SchemeRule.FILE,
                                SchemeRule.COLUMNS,
                                SchemeRule::read,
                                SchemeRule::key)
                        .values(),
                Table.byKey(
                        source,
                        Institution.FILE,
                        Institution.COLUMNS,
                        Institution::read,
                        Institution::code),
                PolicyOrder.read(source),
                Table.read(source, Routing.FILE, Routing.COLUMNS, Routing::read));
    }

    /** Reads the table of insured people, of whom none may stand there twice. */
    public static Collection<Insured> readInsured(TableSource source) throws TableException {
        return Table.byKey(source, Insured.FILE, Insured.COLUMNS, Insured::read, Insured::idNumber)
                .values();
    }

    /** The rule by which a scheme pays, if it pays for this at all. */
    Optional<SchemeRule> scheme(
            Insured person, CareKind care, Place place, Optional<Level> level, LocalDate day) {
        return Dated.on(
                schemes.stream().filter(rule -> rule.covers(person, care, place, level)).toList(),
                day);
    }
}
