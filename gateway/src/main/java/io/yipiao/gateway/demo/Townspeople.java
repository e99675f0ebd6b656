package io.yipiao.gateway.demo;

import io.yipiao.gateway.benefit.Insured;
import io.yipiao.gateway.benefit.Policy;
import io.yipiao.gateway.benefit.TableException;
import io.yipiao.gateway.benefit.TableSource;
import io.yipiao.gateway.claim.ClaimDesk;
import io.yipiao.gateway.claim.Mandate;
import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.gateway.start.Gateway;
import io.yipiao.gateway.tell.Contacts;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.bill.IdType;
import io.yipiao.verifier.bill.Party;
import io.yipiao.verifier.bill.Sex;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The demonstration's people, all insured and all invented: phones, accounts, families. */
final class Townspeople {
    private static final LocalDate GROWN_UP = LocalDate.of(2008, 1, 1);

    /** Who must be asked for an account before he can claim. */
    private static final Set<String> WITHOUT_ACCOUNT = Set.of("褚例明");

    private final Gateway gateway;
    private final Map<String, Insured> byName = new LinkedHashMap<>();
    private final List<Csv> families = Csv.read("families.csv");

    Townspeople(Gateway gateway) {
        this.gateway = gateway;
        try {
            Policy.readInsured(TableSource.demonstration())
                    .forEach(one -> byName.put(one.name(), one));
        } catch (TableException e) {
            throw new IllegalStateException("the insured people do not read", e);
        }
    }

    /** Gives everybody what he lacks; what somebody changed stays. */
    void settle() {
        Contacts contacts =
                new Contacts(gateway.database(), gateway.secrets().personal(), Clock.systemUTC());
        int serial = 0;
        try {
            for (Insured one : byName.values()) {
                serial++;
                if (party(one.name()).birthDate().isBefore(GROWN_UP)) {
                    settle(one, serial, contacts);
                }
            }
            for (Csv row : families) {
                mandate(row);
            }
        } catch (FieldException e) {
            throw new IllegalStateException("the people's table is wrong", e);
        }
    }

    private void settle(Insured one, int serial, Contacts contacts) throws FieldException {
        PersonId person = person(one.name());
        if (contacts.of(person).isEmpty()) {
            contacts.set(person, "1990000%04d".formatted(serial));
        }
        ClaimDesk claims = gateway.claims();
        if (claims.accounts().of(person).isEmpty() && !WITHOUT_ACCOUNT.contains(one.name())) {
            String number = "622200000000%04d".formatted(4820 + serial);
            claims.accounts().put(person, one.name(), "示范银行", number);
        }
    }

    private void mandate(Csv row) throws FieldException {
        PersonId principal = person(row.text("principal"));
        PersonId agent = person(row.text("agent"));
        if (!gateway.claims().mandates().allows(agent, principal)) {
            gateway.claims()
                    .mandates()
                    .record(
                            Mandate.Kind.valueOf(row.text("kind")),
                            principal,
                            agent,
                            Optional.empty(),
                            "户口簿",
                            "demonstration");
        }
    }

    /** Who claims for this person: himself, or a child's first guardian. */
    PersonId claimant(String name) {
        return families.stream()
                .filter(row -> row.text("principal").equals(name))
                .filter(row -> row.text("kind").equals(Mandate.Kind.GUARDIAN.name()))
                .map(row -> person(row.text("agent")))
                .findFirst()
                .orElseGet(() -> person(name));
    }

    PersonId person(String name) {
        return gateway.secrets().people().id(IdType.RESIDENT_ID, insured(name).idNumber());
    }

    Party party(String name) {
        String number = insured(name).idNumber();
        return new Party(
                IdType.RESIDENT_ID,
                number,
                name,
                (number.charAt(16) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE,
                LocalDate.parse(number.substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE));
    }

    private Insured insured(String name) {
        return Objects.requireNonNull(byName.get(name), name);
    }
}
