package io.yipiao.gateway.access;

import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.verifier.bill.FieldException;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Whose a token is.
 *
 * @param name what decisions and records call him; 1 to 100 characters
 * @param issuer a hospital's number on the ledger
 * @param person which person he is
 * @param payer a payer's id on the ledger
 */
public record Owner(
        String name, OptionalInt issuer, Optional<PersonId> person, Optional<String> payer) {

    public Owner {
        if (name.isBlank() || name.length() > 100) {
            throw new IllegalArgumentException("an owner's name has 1 to 100 characters");
        }
    }

    /** Somebody of whom only the name matters. */
    public static Owner named(String name) {
        return new Owner(name, OptionalInt.empty(), Optional.empty(), Optional.empty());
    }

    /** A hospital. */
    public static Owner issuer(String name, int number) {
        return new Owner(name, OptionalInt.of(number), Optional.empty(), Optional.empty());
    }

    /** A person, a clerk among them. */
    public static Owner person(String name, PersonId person) {
        return new Owner(name, OptionalInt.empty(), Optional.of(person), Optional.empty());
    }

    /** A payer. */
    public static Owner payer(String name, String payer) {
        return new Owner(name, OptionalInt.empty(), Optional.empty(), Optional.of(payer));
    }

    /**
     * Refuses roles that he cannot bear.
     *
     * @throws FieldException naming {@code roles} if there are none, else what he lacks for one: a
     *     hospital its number, a person his paper, a payer its id
     */
    public void checkRoles(Set<Role> roles) throws FieldException {
        if (roles.isEmpty()) {
            throw new FieldException("roles", "at least one role", "none");
        }
        for (Role role : roles) {
            Optional<String> missing = missingFor(role);
            if (missing.isPresent()) {
                throw new FieldException(missing.get(), "a value, for " + role, "nothing");
            }
        }
    }

    /** What a role needs to know of its bearer, if it is missing. */
    public Optional<String> missingFor(Role role) {
        return switch (role) {
            case HOSPITAL -> issuer.isPresent() ? Optional.empty() : Optional.of("issuer");
            // A clerk is a person too: he must not decide what he claimed himself.
            case CITIZEN, AGENT, CLERK ->
                    person.isPresent() ? Optional.empty() : Optional.of("person");
            case PAYER -> payer.isPresent() ? Optional.empty() : Optional.of("payer");
            case SUPERVISOR, AUDITOR, ADMIN -> Optional.empty();
        };
    }
}
