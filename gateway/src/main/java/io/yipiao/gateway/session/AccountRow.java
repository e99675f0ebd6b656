package io.yipiao.gateway.session;

import io.yipiao.gateway.access.Owner;
import io.yipiao.gateway.access.Principal;
import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.secrets.Cell;
import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.gateway.secrets.PersonalData;
import io.yipiao.verifier.canonical.Digest;

import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** How an account stands in its table, its name encrypted. */
final class AccountRow {
    static final String COLUMNS = "account.id, login, name, roles, account.issuer, person, payer";

    private AccountRow() {}

    static SignedIn read(ResultSet row, PersonalData personal) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Set<Role> roles =
                Arrays.stream((String[]) row.getArray("roles").getArray())
                        .map(Role::valueOf)
                        .collect(Collectors.toUnmodifiableSet());
        @Nullable Integer issuer = row.getObject("issuer", Integer.class);
        byte @Nullable [] person = row.getBytes("person");
        Owner owner =
                new Owner(
                        personal.text(nameCell(id), row.getBytes("name")),
                        issuer == null ? OptionalInt.empty() : OptionalInt.of(issuer),
                        Optional.ofNullable(person).map(hash -> new PersonId(Digest.of(hash))),
                        Optional.ofNullable(row.getString("payer")));
        return new SignedIn(id, row.getString("login"), new Principal(id, roles, owner));
    }

    /** Binds the columns above. */
    static <S extends SqlStatement<S>> S bind(S statement, SignedIn who, PersonalData personal) {
        Owner owner = who.principal().owner();
        return statement
                .bind("id", who.account())
                .bind("login", who.login())
                .bind("name", personal.encrypt(nameCell(who.account()), owner.name()))
                .bindArray(
                        "roles",
                        String.class,
                        who.principal().roles().stream().map(Role::name).sorted().toList())
                .bind("issuer", owner.issuer())
                .bind("person", owner.person().map(id -> id.hash().bytes()))
                .bind("payer", owner.payer());
    }

    private static Cell nameCell(UUID id) {
        return new Cell("account.name", id.toString());
    }
}
