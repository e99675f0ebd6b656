package io.yipiao.gateway.session;

import io.yipiao.gateway.access.Owner;
import io.yipiao.gateway.access.Principal;
import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.secrets.Secrets;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.bill.FieldException;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Who may sign in with a login and a password. */
public final class Accounts {
    private final Database database;
    private final AccountStore store;
    private final Passwords passwords;
    private final Door door;

    public Accounts(Database database, Secrets secrets, Passwords passwords) {
        this.database = database;
        this.store = new AccountStore(database, secrets.personal());
        this.passwords = passwords;
        this.door = new Door(store, passwords, new Delays(database));
    }

    /**
     * Makes an account.
     *
     * @param login 3 to 64 of a-z, 0-9, dot, hyphen and underline, nobody else's
     * @param password 10 to 128 characters, not the login
     * @return its id
     * @throws FieldException naming {@code login}, {@code password}, {@code roles} or what the
     *     owner lacks for a role: {@code issuer}, {@code person} or {@code payer}
     */
    public UUID create(String login, String password, Set<Role> roles, Owner owner)
            throws FieldException {
        PasswordRules.checkLogin(login);
        PasswordRules.checkPassword(login, password);
        owner.checkRoles(roles);
        UUID id = UUID.randomUUID();
        SignedIn who = new SignedIn(id, login, new Principal(id, roles, owner));
        if (!store.insert(who, Optional.of(passwords.hash(password)))) {
            throw new FieldException("login", "a login that nobody has", login);
        }
        return id;
    }

    /**
     * Whether the password is the account's, for a change that asks for it again. A failure counts
     * as one at the door does; while there is something to wait for the answer is no.
     */
    public boolean confirms(UUID account, String password) {
        Optional<SignedIn> who = store.byId(account);
        return who.isPresent()
                && door.look(who.get().login(), password, Optional.empty()) instanceof Look.Right;
    }

    /** Whether the account has a password; one that comes from an OpenID provider has none. */
    public boolean hasPassword(UUID account) {
        return store.byId(account).flatMap(who -> store.password(who.login())).isPresent();
    }

    /**
     * Gives an account another password and ends all its sessions, this one too: begin a new one.
     *
     * @throws FieldException naming {@code old} if it is wrong or there is something to wait for,
     *     {@code password} if the new one may not be
     */
    public void changePassword(UUID account, String old, String password) throws FieldException {
        Optional<SignedIn> who = store.byId(account);
        if (who.isEmpty()) {
            throw wrongOld();
        }
        PasswordRules.checkPassword(who.get().login(), password);
        Optional<String> before = store.password(who.get().login());
        if (!confirms(account, old) || before.isEmpty()) {
            throw wrongOld();
        }
        String hash = passwords.hash(password);
        database.changeInTransaction(tx -> {
            if (!store.replacePassword(tx, account, before.get(), hash)) {
                throw wrongOld();
            }
            Sessions.endAll(tx, account);
        });
    }

    /**
     * Gives a login another password, whatever the present one is, and ends all its sessions: for
     * those who rule over the data anyway.
     *
     * @return whether there is such an account of our own
     * @throws FieldException naming {@code password}
     */
    public boolean resetPassword(String login, String password) throws FieldException {
        PasswordRules.checkPassword(login, password);
        Optional<SignedIn> who = store.byLogin(login);
        Optional<String> before = store.password(login);
        if (who.isEmpty() || before.isEmpty()) {
            return false;
        }
        String hash = passwords.hash(password);
        UUID account = who.get().account();
        return database.inTransaction(tx -> {
            Sessions.endAll(tx, account);
            return store.replacePassword(tx, account, before.get(), hash);
        });
    }

    Door door() {
        return door;
    }

    private static FieldException wrongOld() {
        return new FieldException("old", "the present password", "another");
    }
}
