package io.yipiao.gateway.secrets;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.fingerprint.SaltKey;
import io.yipiao.verifier.seal.SealPrivateKey;
import io.yipiao.verifier.seal.Suite;

import org.jdbi.v3.core.Handle;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Keeps the keys of issuers who have the gateway seal for them, encrypted as personal data are. An
 * issuer has any number of seal keys and one salt key, so that a bill's fingerprint stays the same
 * when the seal key changes.
 */
public final class IssuerCustody {
    private static final int SALT_KEY_LENGTH = 32;

    private final PersonalData personal;
    private final SecureRandom random = new SecureRandom();

    IssuerCustody(PersonalData personal) {
        this.personal = personal;
    }

    /**
     * Takes a seal key into custody.
     *
     * @param issuer its number on the ledger
     * @param keySeq the key's number with its issuer
     */
    public void keep(Handle transaction, int issuer, int keySeq, SealPrivateKey key) {
        transaction
                .createUpdate(
                        """
                        INSERT INTO custody_seal_key (issuer, key_seq, suite, user_id, pkcs8)
                        VALUES (:issuer, :seq, :suite, :user, :pkcs8)
                        """)
                .bind("issuer", issuer)
                .bind("seq", keySeq)
                .bind("suite", key.publicKey().suite().name())
                .bind("user", key.publicKey().userId())
                .bind("pkcs8", personal.encrypt(sealCell(issuer, keySeq), key.pkcs8()))
                .execute();
    }

    /** Makes an issuer's salt key and keeps it; there is one for good. */
    public SaltKey makeSaltKey(Handle transaction, int issuer) {
        byte[] key = new byte[SALT_KEY_LENGTH];
        random.nextBytes(key);
        transaction
                .createUpdate(
                        "INSERT INTO custody_salt_key (issuer, salt_key) VALUES (:issuer, :key)")
                .bind("issuer", issuer)
                .bind("key", personal.encrypt(saltCell(issuer), key))
                .execute();
        return SaltKey.of(key);
    }

    /** Makes those who change an issuer's keys wait for each other's transactions. */
    public static void lock(Handle transaction, int issuer) {
        transaction
                .createQuery("SELECT 1 FROM custody_salt_key WHERE issuer = :issuer FOR UPDATE")
                .bind("issuer", issuer)
                .mapTo(Integer.class)
                .findOne();
    }

    /** The seal key of this number, if it is in custody. */
    public Optional<SealPrivateKey> sealKey(Handle handle, int issuer, int keySeq) {
        return handle.createQuery(
                        """
                        SELECT suite, user_id, pkcs8 FROM custody_seal_key
                        WHERE issuer = :issuer AND key_seq = :seq
                        """)
                .bind("issuer", issuer)
                .bind("seq", keySeq)
                .map((row, context) -> sealKey(row, sealCell(issuer, keySeq)))
                .findOne();
    }

    /** The issuer's salt key, if it is in custody. */
    public Optional<SaltKey> saltKey(Handle handle, int issuer) {
        return handle.createQuery("SELECT salt_key FROM custody_salt_key WHERE issuer = :issuer")
                .bind("issuer", issuer)
                .mapTo(byte[].class)
                .findOne()
                .map(encrypted -> SaltKey.of(personal.bytes(saltCell(issuer), encrypted)));
    }

    private SealPrivateKey sealKey(ResultSet row, Cell cell) throws SQLException {
        byte[] pkcs8 = personal.bytes(cell, row.getBytes("pkcs8"));
        Suite suite = Suite.valueOf(row.getString("suite"));
        try {
            return SealPrivateKey.of(suite, row.getBytes("user_id"), pkcs8);
        } catch (FieldException e) {
            throw new SecretsException("Not a seal key: " + cell, e);
        }
    }

    private static Cell sealCell(int issuer, int keySeq) {
        return new Cell("custody_seal_key.pkcs8", issuer + "/" + keySeq);
    }

    private static Cell saltCell(int issuer) {
        return new Cell("custody_salt_key.salt_key", Integer.toString(issuer));
    }
}
