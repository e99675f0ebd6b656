package io.yipiao.network.bench.row;

import io.yipiao.gateway.access.Owner;
import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.benefit.Insured;
import io.yipiao.gateway.benefit.Scheme;
import io.yipiao.gateway.claim.Claimant;
import io.yipiao.gateway.demo.Hospital;
import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.gateway.start.Gateway;
import io.yipiao.network.bench.Stage;
import io.yipiao.network.corpus.ClaimedVisit;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Issuer;
import io.yipiao.verifier.bill.Party;
import io.yipiao.verifier.seal.Suite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Brings forth visits that can be claimed, each of another person who is insured and has a card.
 */
final class Claimants {
    private final Map<Suite, Hospital> hospitals = new LinkedHashMap<>();
    private int next;

    /** New ones, uploaded by a hospital that seals by this suite, anchored and projected. */
    List<Claimable> prepare(Stage stage, Suite suite, int count) throws Exception {
        Gateway gateway = stage.gateway();
        Hospital hospital = hospital(gateway, suite);
        List<ClaimedVisit> visits =
                IntStream.range(next, next + count).mapToObj(ClaimedVisit::new).toList();
        next += count;
        List<Bill> bills = visits.stream().map(v -> v.bill(hospital.issuer())).toList();
        insure(gateway, bills);
        List<UUID> stored =
                new Uploading(gateway, hospital.issuer()).upload(hospital.upload(bills));
        List<Claimable> claimables = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Owner owner = owner(gateway, bills.get(i).patient());
            PersonId person = owner.person().orElseThrow();
            claimables.add(
                    new Claimable(
                            stored.get(i),
                            hospital.seal(bills.get(i)),
                            new Claimant("bench/" + person.hex(), person),
                            gateway.tokens().create(Set.of(Role.CITIZEN), owner).text().reveal()));
        }
        return claimables;
    }

    private Hospital hospital(Gateway gateway, Suite suite) throws Exception {
        Hospital known = hospitals.get(suite);
        if (known != null) {
            return known;
        }
        int number = suite == Suite.SM2 ? 9_100 : 9_101;
        Hospital made = Hospital.withNewKeys(number, suite);
        Bill like = new ClaimedVisit(0).bill(number);
        Issuer issuer = new Issuer(number, like.issuer().code(), like.issuer().name());
        Enrolments.enrol(gateway, Map.of(issuer, made));
        hospitals.put(suite, made);
        return made;
    }

    private static void insure(Gateway gateway, List<Bill> bills) throws Exception {
        gateway.claims()
                .insured()
                .load(
                        bills.stream()
                                .map(Bill::patient)
                                .map(party ->
                                        new Insured(
                                                party.idNumber(),
                                                party.name(),
                                                Scheme.EMPLOYEE,
                                                false,
                                                false))
                                .toList());
        for (Bill bill : bills) {
            Party party = bill.patient();
            PersonId person = owner(gateway, party).person().orElseThrow();
            gateway.claims().accounts().put(person, party.name(), "样本银行", "6222000000004821");
        }
    }

    private static Owner owner(Gateway gateway, Party party) {
        return Owner.person(
                party.name(), gateway.secrets().people().id(party.idType(), party.idNumber()));
    }
}
