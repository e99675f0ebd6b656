package io.yipiao.gateway.web.citizen;

import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.claim.ClaimDesk;
import io.yipiao.gateway.claim.PayeeAccount;
import io.yipiao.gateway.claim.Prospect;
import io.yipiao.gateway.intake.StoredBill;
import io.yipiao.gateway.secrets.People;
import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.gateway.web.Mask;
import io.yipiao.gateway.web.Visit;
import io.yipiao.verifier.bill.Party;

import java.util.Optional;
import java.util.UUID;

/** Offers a bill's patient, and who acts for him, to claim it. */
public final class Offers {
    private final ClaimDesk desk;
    private final People people;

    public Offers(ClaimDesk desk, People people) {
        this.desk = desk;
        this.people = people;
    }

    /** Whether a bill is the visitor's own, or of somebody for whom he acts. */
    public boolean concerns(Visit visit, StoredBill bill) {
        if (!visit.is(Role.CITIZEN) && !visit.is(Role.AGENT)) {
            return false;
        }
        PersonId patient = patient(bill);
        return visit.person().equals(patient) || desk.mandates().allows(visit.person(), patient);
    }

    /** What this visitor is offered of a stored bill; nothing if it does not concern him. */
    public Optional<Offer> of(Visit visit, StoredBill bill) {
        return concerns(visit, bill) ? Optional.of(offer(visit, bill)) : Optional.empty();
    }

    private Offer offer(Visit visit, StoredBill bill) {
        PersonId patient = patient(bill);
        Prospect prospect = desk.estimates().prospect(bill);
        Optional<String> ward =
                visit.person().equals(patient)
                        ? Optional.empty()
                        : Optional.of(Mask.name(bill.bill().patient().name()));
        return new Offer(
                bill.id(),
                Mask.name(visit.frame().name()),
                ward,
                desk.service().payee(patient).map(PayeeAccount::tail),
                prospect instanceof Prospect.Gives gives
                        ? Optional.of(visit.frame().yuan(gives.fund()))
                        : Optional.empty(),
                prospect instanceof Prospect.Nothing nothing
                        ? visit.frame().say(nothing.why())
                        : "",
                UUID.randomUUID().toString(),
                visit.call().hasPath("text") ? "/Q" : "/bills");
    }

    private PersonId patient(StoredBill bill) {
        Party patient = bill.bill().patient();
        return people.id(patient.idType(), patient.idNumber());
    }
}
