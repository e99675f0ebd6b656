package io.yipiao.gateway.secrets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.store.Database;
import io.yipiao.gateway.store.TestDatabase;
import io.yipiao.verifier.bill.IdType;
import io.yipiao.verifier.fingerprint.SaltKey;
import io.yipiao.verifier.seal.IssuerKey;
import io.yipiao.verifier.seal.SealPrivateKey;
import io.yipiao.verifier.seal.Suite;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;

class SecretsTest {
    private final Database database = TestDatabase.fresh();

    @TempDir private Path folder;

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void opens_again_with_the_same_keys() {
        PersonId first = open(folder).people().id(IdType.OTHER, "1234");

        assertEquals(first, open(folder).people().id(IdType.OTHER, "1234"));
    }

    @Test
    void refuses_other_keys_than_the_rows_were_written_with() {
        open(folder);

        SecretsException refusal =
                assertThrows(SecretsException.class, () -> open(folder.resolve("other")));

        assertTrue(refusal.toString().contains("--keys="), refusal.toString());
    }

    @Test
    void keeps_an_issuers_keys_encrypted_and_gives_them_back() {
        IssuerCustody custody = open(folder).custody();
        SealPrivateKey key =
                SealPrivateKey.generate(Suite.SM2, IssuerKey.standardUserId(), new SecureRandom());

        SaltKey salt =
                database.inTransaction(handle -> {
                    custody.keep(handle, 7, 1, key);
                    return custody.makeSaltKey(handle, 7);
                });

        SealPrivateKey kept = database.with(handle -> custody.sealKey(handle, 7, 1)).orElseThrow();
        assertArrayEquals(key.pkcs8(), kept.pkcs8());
        SaltKey keptSalt = database.with(handle -> custody.saltKey(handle, 7)).orElseThrow();
        assertEquals(salt.salts(new byte[1], 2), keptSalt.salts(new byte[1], 2));
        assertEquals(Optional.empty(), database.with(handle -> custody.sealKey(handle, 7, 2)));
        assertEquals(Optional.empty(), database.with(handle -> custody.saltKey(handle, 8)));
    }

    @Test
    void gives_no_issuer_the_key_of_another_whose_row_was_changed_to_it() {
        IssuerCustody custody = open(folder).custody();
        database.inTransaction(handle -> custody.makeSaltKey(handle, 7));
        database.with(handle -> handle.execute("UPDATE custody_salt_key SET issuer = 8"));

        assertThrows(
                SecretsException.class, () -> database.with(handle -> custody.saltKey(handle, 8)));
    }

    private Secrets open(Path keys) {
        return Secrets.open(KeyFolder.thatMakesMissing(keys), database);
    }
}
