package io.yipiao.gateway.access;

import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Digest;

import org.jspecify.annotations.Nullable;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The tokens there are; of each only the hash is stored. */
public final class Tokens {
    private static final String ROW =
            "SELECT id, name, roles, issuer, person, payer, created_at, revoked_at FROM api_token ";

    private final Database database;
    private final SecureRandom random = new SecureRandom();

    public Tokens(Database database) {
        this.database = database;
    }

    /**
     * Makes a token.
     *
     * @throws FieldException if the owner lacks what a role needs: a hospital its number, a person
     *     his paper, a payer its id
     */
    public NewToken create(Set<Role> roles, Owner owner) throws FieldException {
        owner.checkRoles(roles);
        TokenText text = TokenText.generate(random);
        return new NewToken(insert(text, roles, owner), text);
    }

    /** Takes a token out of use at once; false if there is none in use with this id. */
    public boolean revoke(UUID id) {
        return 1
                == database.<Integer, RuntimeException>with(handle ->
                        handle.createUpdate(
                                        """
                                        UPDATE api_token SET revoked_at = now()
                                        WHERE id = :id AND revoked_at IS NULL
                                        """)
                                .bind("id", id)
                                .execute());
    }

    /** All tokens, newest first. */
    public List<TokenRecord> list() {
        return database.with(handle ->
                handle.createQuery(ROW + "ORDER BY created_at DESC, id")
                        .map((row, context) -> record(row))
                        .list());
    }

    /** Whose token this is, if it is in use. */
    Optional<Principal> principal(TokenText text) {
        return database.with(handle ->
                handle.createQuery(ROW + "WHERE hash = :hash AND revoked_at IS NULL")
                        .bind("hash", text.hash().bytes())
                        .map((row, context) -> record(row).principal())
                        .findOne());
    }

    private TokenRecord insert(TokenText text, Set<Role> roles, Owner owner) {
        return database.with(handle ->
                handle.createQuery(
                                """
                                INSERT INTO api_token
                                    (id, hash, name, roles, issuer, person, payer)
                                VALUES (:id, :hash, :name, :roles, :issuer, :person, :payer)
                                RETURNING id, name, roles, issuer, person, payer,
                                    created_at, revoked_at
                                """)
                        .bind("id", UUID.randomUUID())
                        .bind("hash", text.hash().bytes())
                        .bind("name", owner.name())
                        .bindArray(
                                "roles",
                                String.class,
                                roles.stream().map(Role::name).sorted().toList())
                        .bind("issuer", owner.issuer())
                        .bind("person", owner.person().map(id -> id.hash().bytes()))
                        .bind("payer", owner.payer())
                        .map((row, context) -> record(row))
                        .one());
    }

    private static TokenRecord record(ResultSet row) throws SQLException {
        Set<Role> roles =
                Arrays.stream((String[]) row.getArray("roles").getArray())
                        .map(Role::valueOf)
                        .collect(Collectors.toUnmodifiableSet());
        Principal principal = new Principal(row.getObject("id", UUID.class), roles, owner(row));
        OffsetDateTime revoked = row.getObject("revoked_at", OffsetDateTime.class);
        return new TokenRecord(
                principal,
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(revoked).map(OffsetDateTime::toInstant));
    }

    private static Owner owner(ResultSet row) throws SQLException {
        @Nullable Integer issuer = row.getObject("issuer", Integer.class);
        byte @Nullable [] person = row.getBytes("person");
        return new Owner(
                row.getString("name"),
                issuer == null ? OptionalInt.empty() : OptionalInt.of(issuer),
                Optional.ofNullable(person).map(hash -> new PersonId(Digest.of(hash))),
                Optional.ofNullable(row.getString("payer")));
    }
}
