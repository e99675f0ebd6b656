package io.yipiao.gateway.demo;

import io.yipiao.gateway.claim.Claimant;
import io.yipiao.gateway.claim.Declared;
import io.yipiao.gateway.claim.FiledElsewhere;
import io.yipiao.gateway.inquiry.TypedFace;
import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.gateway.start.Gateway;
import io.yipiao.verifier.bill.CareKind;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;

import java.time.LocalDate;
import java.util.Optional;

/** A bill of the hospital in the next city, filed by a townsman and waiting for a clerk. */
final class FromElsewhere {
    private final Gateway gateway;
    private final Townspeople people;

    FromElsewhere(Gateway gateway, Townspeople people) {
        this.gateway = gateway;
        this.people = people;
    }

    /** Files it; done again it changes nothing. */
    void file() {
        PersonId person = people.person("王示例");
        FiledElsewhere filed =
                gateway.claims()
                        .elsewhere()
                        .file(
                                new Claimant("person/" + person.hex(), person),
                                person,
                                declared(),
                                Optional.empty(),
                                "demonstration-elsewhere");
        if (!(filed instanceof FiledElsewhere.Taken)) {
            throw new StoryException("the bill from elsewhere was not taken: " + filed);
        }
    }

    private static Declared declared() {
        try {
            return Declared.of(
                    TypedFace.of(
                            Optional.empty(),
                            "98060226",
                            "0000000088",
                            "k7m2p9",
                            new Fen(360_000),
                            LocalDate.of(2026, 9, 13)),
                    "邻市第一医院",
                    CareKind.INPATIENT,
                    LocalDate.of(2026, 9, 7),
                    LocalDate.of(2026, 9, 13),
                    "");
        } catch (FieldException e) {
            throw new IllegalStateException("the demonstration's own bill is wrong", e);
        }
    }
}
