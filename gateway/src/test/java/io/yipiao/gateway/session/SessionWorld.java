package io.yipiao.gateway.session;

import io.yipiao.gateway.access.Owner;
import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.secrets.KeyFolder;
import io.yipiao.gateway.secrets.Secrets;
import io.yipiao.gateway.store.Database;
import io.yipiao.gateway.store.TestDatabase;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.bill.IdType;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A gateway's accounts and sessions with all they stand on, and one clerk. */
public final class SessionWorld implements AutoCloseable {
    public static final String PASSWORD = "correct horse";

    public final Database database = TestDatabase.fresh();
    public final Secrets secrets;
    public final Accounts accounts;
    public final Sessions sessions;
    public final SignIn signIn;

    public SessionWorld(Path keys) {
        secrets = Secrets.open(KeyFolder.thatMakesMissing(keys), database);
        accounts = new Accounts(database, secrets, new Passwords());
        sessions = new Sessions(database, secrets);
        signIn = new SignIn(accounts, sessions);
    }

    public Owner owner() {
        return Owner.person("李明", secrets.people().id(IdType.RESIDENT_ID, "990000197611110067"));
    }

    public UUID clerk() {
        try {
            return accounts.create("li.ming", PASSWORD, Set.of(Role.CLERK), owner());
        } catch (FieldException e) {
            throw new AssertionError(e);
        }
    }

    /** Lets time pass for what the database notes. */
    void pass(String interval) {
        database.changeInTransaction(tx -> {
            tx.execute(
                    "UPDATE session SET seen_at = seen_at - cast(? AS interval),"
                            + " begun_at = begun_at - cast(? AS interval)",
                    interval,
                    interval);
            tx.execute(
                    "UPDATE sign_in_delay SET since = since - cast(? AS interval),"
                            + " not_before = not_before - cast(? AS interval)",
                    interval,
                    interval);
        });
    }

    /** A table as text, every column of every row. */
    String table(String name) {
        List<String> rows =
                database.with(handle ->
                        handle.createQuery("SELECT cast(t AS text) FROM " + name + " t")
                                .mapTo(String.class)
                                .list());
        return String.join("\n", rows);
    }

    @Override
    public void close() {
        database.close();
    }
}
