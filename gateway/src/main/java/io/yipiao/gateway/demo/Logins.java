package io.yipiao.gateway.demo;

import io.yipiao.gateway.access.Owner;
import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.session.Accounts;
import io.yipiao.verifier.bill.FieldException;

import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** The accounts of the demonstration, whose passwords are drawn anew at every start. */
final class Logins {
    /** Without what is mistaken for something else. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 3;
    private static final int GROUP = 4;

    private final Accounts accounts;
    private final Townspeople people;
    private final PrintStream out;
    private final SecureRandom random = new SecureRandom();

    Logins(Accounts accounts, Townspeople people, PrintStream out) {
        this.accounts = accounts;
        this.people = people;
        this.out = out;
    }

    /** Makes those that are not there, gives all a password, and prints it. */
    void renew() {
        for (Csv row : Csv.read("accounts.csv")) {
            String password = password();
            try {
                put(row, password);
            } catch (FieldException e) {
                throw new IllegalStateException("the table of accounts is wrong", e);
            }
            out.printf(
                    "  %-13s %s   %s, %s%n",
                    row.text("login"), password, row.text("name"), row.text("for"));
        }
    }

    private void put(Csv row, String password) throws FieldException {
        if (!accounts.resetPassword(row.text("login"), password)) {
            Set<Role> roles =
                    Arrays.stream(row.text("roles").split(" "))
                            .map(Role::valueOf)
                            .collect(Collectors.toSet());
            accounts.create(row.text("login"), password, roles, owner(row, roles));
        }
    }

    private Owner owner(Csv row, Set<Role> roles) {
        int hospital = row.number("hospital", 0);
        return new Owner(
                row.text("name"),
                hospital == 0 ? OptionalInt.empty() : OptionalInt.of(hospital),
                roles.stream().anyMatch(Logins::isPerson)
                        ? Optional.of(people.person(row.text("name")))
                        : Optional.empty(),
                Optional.of(row.text("payer")).filter(payer -> !payer.isEmpty()));
    }

    private static boolean isPerson(Role role) {
        return switch (role) {
            case CITIZEN, AGENT, CLERK, SUPERVISOR -> true;
            case HOSPITAL, PAYER, AUDITOR, ADMIN -> false;
        };
    }

    private String password() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            text.append(i > 0 && i % GROUP == 0 ? "-" : "");
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
