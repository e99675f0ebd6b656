package io.yipiao.gateway.secrets;

import io.yipiao.gateway.settings.DatabaseSettings;
import io.yipiao.gateway.settings.Settings;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.canonical.Hex;
import io.yipiao.verifier.canonical.Sm3;

import org.jdbi.v3.core.Handle;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * All that depends on the folder of keys.
 *
 * @param folder for packages with keys of their own
 * @param personal encrypts cells
 * @param people gives people their ids
 * @param custody keeps issuers' keys
 */
public record Secrets(
        KeyFolder folder, PersonalData personal, People people, IssuerCustody custody) {

    private static final byte[] CHECK = "yipiao/key-check/1".getBytes(StandardCharsets.US_ASCII);

    /**
     * Reads the keys and makes sure that they are those the database's rows were written with.
     *
     * @throws SecretsException saying which key is missing, open to others, or another
     */
    public static Secrets open(Settings settings, Database database) {
        KeyFolder folder =
                settings.database() instanceof DatabaseSettings.Embedded
                        ? KeyFolder.thatMakesMissing(settings.keys())
                        : KeyFolder.thatIsComplete(settings.keys());
        return open(folder, database);
    }

    /** Reads the keys of a folder, as above. */
    public static Secrets open(KeyFolder folder, Database database) {
        PersonalData personal = PersonalData.with(folder);
        People people = People.with(folder);
        database.changeInTransaction(handle -> {
            check(handle, "data-1", folder.key("data-1", DataKey.LENGTH));
            check(handle, "people", folder.key("people", People.KEY_LENGTH));
        });
        return new Secrets(folder, personal, people, new IssuerCustody(personal));
    }

    private static void check(Handle handle, String name, byte[] key) {
        String check = Hex.write(Arrays.copyOf(Sm3.hmac(key, CHECK).bytes(), 8));
        String first =
                handle.createQuery(
                                """
                                INSERT INTO key_check (name, digits) VALUES (:name, :digits)
                                ON CONFLICT (name) DO UPDATE SET name = key_check.name
                                RETURNING digits
                                """)
                        .bind("name", name)
                        .bind("digits", check)
                        .mapTo(String.class)
                        .one();
        if (!first.equals(check)) {
            throw new SecretsException(
                    "The key %s is another than this database was written with: name the folder"
                                    .formatted(name)
                            + " of its keys with --keys=");
        }
    }
}
