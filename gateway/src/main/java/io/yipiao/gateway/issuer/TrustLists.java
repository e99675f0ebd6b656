package io.yipiao.gateway.issuer;

import io.yipiao.gateway.projection.Checkpoint;
import io.yipiao.gateway.projection.LedgerView;
import io.yipiao.gateway.projection.ProjectedIssuer;
import io.yipiao.gateway.secrets.Cell;
import io.yipiao.gateway.secrets.PersonalData;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.bill.Issuer;
import io.yipiao.verifier.seal.IssuerKey;
import io.yipiao.verifier.seal.Seal;
import io.yipiao.verifier.seal.SealPrivateKey;
import io.yipiao.verifier.seal.SealPublicKey;
import io.yipiao.verifier.seal.Suite;
import io.yipiao.verifier.seal.TrustList;
import io.yipiao.verifier.seal.TrustedIssuer;

import org.jdbi.v3.core.Handle;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes the trust list from what the ledger holds, and seals it with Insurance's list key, which
 * this gateway keeps encrypted. A list's number is one more than that of the last block it knows.
 */
public final class TrustLists {
    /** How long a verifier may go on without a newer list. */
    private static final Duration GOOD_FOR = Duration.ofDays(1);

    /** How long one list is handed out while the ledger stands still. */
    private static final Duration HANDED_OUT_FOR = Duration.ofHours(1);

    private static final Cell KEY_CELL = new Cell("list_key.pkcs8", "1");

    private final LedgerView view;
    private final String host;
    private final Clock clock;
    private final SealPrivateKey key;
    private volatile Optional<Made> made = Optional.empty();

    /** A list with its seal. */
    public record SealedList(TrustList list, Seal seal) {}

    private record Made(Checkpoint upTo, TrustList list) {}

    /**
     * @param host what the issuers' QR codes open, perhaps with a port
     */
    public TrustLists(
            Database database,
            PersonalData personalData,
            LedgerView view,
            String host,
            Clock clock) {
        this.view = view;
        this.host = host;
        this.clock = clock;
        this.key = database.inTransaction(tx -> key(tx, personalData));
    }

    /** The list as of the last block that is known here. */
    public TrustList current() {
        Checkpoint upTo = view.checkpoint();
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Optional<Made> last = made;
        if (last.isPresent()
                && last.get().upTo().equals(upTo)
                && now.isBefore(last.get().list().issued().plus(HANDED_OUT_FOR))) {
            return last.get().list();
        }
        TrustList list =
                new TrustList(
                        upTo.nextBlock() + 1,
                        now,
                        now.plus(GOOD_FOR),
                        view.issuers().stream().flatMap(this::trusted).toList());
        made = Optional.of(new Made(upTo, list));
        return list;
    }

    /** The list, sealed for those who are offline. */
    public SealedList sealed() {
        TrustList list = current();
        return new SealedList(list, list.seal(key));
    }

    /** The key that a verifier pins. */
    public SealPublicKey publicKey() {
        return key.publicKey();
    }

    /**
     * An issuer as the list has it, a suspended key under suspicion: to say that it is revoked
     * takes two organisations, to stop it only one. An issuer whose code no bill can bear is left
     * out: it must not keep all others from being checked.
     */
    private Stream<TrustedIssuer> trusted(ProjectedIssuer issuer) {
        try {
            Issuer named =
                    Issuer.of(issuer.number(), issuer.code(), issuer.name(), Optional.empty());
            return Stream.of(new TrustedIssuer(named, host, issuer.keysWithSuspicion()));
        } catch (FieldException e) {
            return Stream.empty();
        }
    }

    private static SealPrivateKey key(Handle tx, PersonalData personalData) {
        SealPrivateKey fresh =
                SealPrivateKey.generate(Suite.SM2, IssuerKey.standardUserId(), new SecureRandom());
        tx.createUpdate("INSERT INTO list_key (pkcs8) VALUES (:key) ON CONFLICT DO NOTHING")
                .bind("key", personalData.encrypt(KEY_CELL, fresh.pkcs8()))
                .execute();
        byte[] kept = tx.createQuery("SELECT pkcs8 FROM list_key").mapTo(byte[].class).one();
        try {
            return SealPrivateKey.of(
                    Suite.SM2, IssuerKey.standardUserId(), personalData.bytes(KEY_CELL, kept));
        } catch (FieldException e) {
            throw new IllegalStateException("the list key does not read", e);
        }
    }
}
