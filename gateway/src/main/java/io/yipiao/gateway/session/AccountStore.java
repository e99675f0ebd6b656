package io.yipiao.gateway.session;

import io.yipiao.gateway.access.Principal;
import io.yipiao.gateway.secrets.PersonalData;
import io.yipiao.gateway.store.Database;

import org.jdbi.v3.core.Handle;

import java.util.Optional;
import java.util.UUID;

/** The table of accounts. */
final class AccountStore {
    private final Database database;
    private final PersonalData personal;

    AccountStore(Database database, PersonalData personal) {
        this.database = database;
        this.personal = personal;
    }

    /**
     * False if the login is another's.
     *
     * @param hash of the password; empty for who comes from an OpenID provider
     */
    boolean insert(SignedIn who, Optional<String> hash) {
        String insert =
                """
                INSERT INTO account (id, login, password, name, roles, issuer, person, payer)
                VALUES (:id, :login, :password, :name, :roles, :issuer, :person, :payer)
                ON CONFLICT (login) DO NOTHING
                """;
        return 1
                == database.<Integer, RuntimeException>with(handle ->
                        AccountRow.bind(handle.createUpdate(insert), who, personal)
                                .bind("password", hash)
                                .execute());
    }

    /**
     * Makes an account without a password, or gives the one there is name, roles and owner anew.
     */
    SignedIn put(SignedIn who) {
        if (insert(who, Optional.empty())) {
            return who;
        }
        UUID id = byLogin(who.login()).orElseThrow().account();
        Principal principal = who.principal();
        SignedIn same =
                new SignedIn(
                        id, who.login(), new Principal(id, principal.roles(), principal.owner()));
        String update =
                """
                UPDATE account SET name = :name, roles = :roles, issuer = :issuer,
                    person = :person, payer = :payer
                WHERE id = :id AND login = :login
                """;
        database.<Integer, RuntimeException>with(
                handle -> AccountRow.bind(handle.createUpdate(update), same, personal).execute());
        return same;
    }

    Optional<SignedIn> byId(UUID account) {
        return database.with(handle ->
                handle.createQuery("SELECT " + AccountRow.COLUMNS + " FROM account WHERE id = :id")
                        .bind("id", account)
                        .map((row, context) -> AccountRow.read(row, personal))
                        .findOne());
    }

    Optional<SignedIn> byLogin(String login) {
        return database.with(handle ->
                handle.createQuery(
                                "SELECT "
                                        + AccountRow.COLUMNS
                                        + " FROM account WHERE login = :login")
                        .bind("login", login)
                        .map((row, context) -> AccountRow.read(row, personal))
                        .findOne());
    }

    /** The hash of a login's password; an account of an OpenID provider's has none. */
    Optional<String> password(String login) {
        return database.with(handle ->
                handle.createQuery(
                                """
                                SELECT password FROM account
                                WHERE login = :login AND password IS NOT NULL
                                """)
                        .bind("login", login)
                        .mapTo(String.class)
                        .findOne());
    }

    /** Replaces a hash, unless it was replaced meanwhile. */
    boolean replacePassword(Handle tx, UUID account, String old, String fresh) {
        return 1
                == tx.createUpdate(
                                """
                                UPDATE account SET password = :fresh
                                WHERE id = :id AND password = :old
                                """)
                        .bind("id", account)
                        .bind("old", old)
                        .bind("fresh", fresh)
                        .execute();
    }
}
