package io.yipiao.gateway.web.citizen;

import io.yipiao.gateway.claim.ClaimDesk;
import io.yipiao.gateway.claim.ClaimView;
import io.yipiao.gateway.claim.Mandate;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.intake.StoredBill;
import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.gateway.web.Visit;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Relation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** A citizen's bills and those of the people for whom he acts, what can be claimed first. */
final class MyBills {
    private final ClaimDesk desk;
    private final Bills bills;
    private final Offers offers;
    private final MyClaims claims;

    MyBills(ClaimDesk desk, Bills bills, Offers offers, MyClaims claims) {
        this.desk = desk;
        this.bills = bills;
        this.offers = offers;
        this.claims = claims;
    }

    /** All of them, ticked as the visitor did; of red bills only what they took back. */
    List<BillRow> of(Visit visit) {
        Map<UUID, ClaimView> claimed = new HashMap<>();
        claims.of(visit.person()).stream()
                .filter(claim -> !claim.state().endsUnpaid())
                .forEach(claim -> claimed.putIfAbsent(claim.bill(), claim));
        return Stream.concat(Stream.of(visit.person()), wards(visit.person()))
                .distinct()
                .flatMap(person -> bills.byPerson(person).stream())
                .filter(bill -> !isRed(bill.bill()) && !bill.isElsewhere())
                .flatMap(bill -> row(visit, bill, claimed).stream())
                .sorted(Comparator.comparing(row -> !row.claimable()))
                .toList();
    }

    private Stream<PersonId> wards(PersonId agent) {
        return desk.mandates().of(agent).stream()
                .filter(mandate -> mandate.agent().equals(agent))
                .map(Mandate::principal);
    }

    private Optional<BillRow> row(Visit visit, StoredBill stored, Map<UUID, ClaimView> claimed) {
        Bill bill = stored.bill();
        return offers.of(visit, stored)
                .map(offer ->
                        new BillRow(
                                bill.issuer().name(),
                                bill.id().number(),
                                bill.issueDate().toString(),
                                visit.frame().yuan(bill.total()),
                                offer.ward(),
                                offer,
                                Optional.ofNullable(claimed.get(stored.id()))
                                        .map(claim -> claim.number().text()),
                                ticked(visit, "bill", stored),
                                ticked(visit, "emergency", stored)));
    }

    private static boolean ticked(Visit visit, String field, StoredBill stored) {
        return visit.form().all(field).contains(stored.id().toString());
    }

    private static boolean isRed(Bill bill) {
        return bill.relation()
                .filter(relation -> relation.kind() == Relation.Kind.REVERSES)
                .isPresent();
    }
}
