package io.yipiao.gateway.issuer;

import io.yipiao.gateway.intake.SealingKeys;
import io.yipiao.gateway.ledger.Call;
import io.yipiao.gateway.ledger.Caller;
import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.Proposals;
import io.yipiao.gateway.ledger.RaceLost;
import io.yipiao.gateway.ledger.Refused;
import io.yipiao.gateway.ledger.Settled;
import io.yipiao.gateway.projection.LedgerView;
import io.yipiao.gateway.projection.ProjectedIssuer;
import io.yipiao.gateway.secrets.IssuerCustody;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.seal.IssuerKey;
import io.yipiao.verifier.seal.RotationRequest;
import io.yipiao.verifier.seal.SealException;
import io.yipiao.verifier.seal.SealPrivateKey;
import io.yipiao.verifier.seal.Suite;

import org.jdbi.v3.core.Handle;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;

/**
 * Gives issuers new keys (换密钥), for which the old ones vouch. The old key stays good until two
 * organisations revoke it, so that both seal side by side for a while.
 */
public final class Rotations {
    private static final int MOST_KEYS = 255;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Database database;
    private final IssuerCustody custody;
    private final SealingKeys keys;
    private final LedgerClient ledger;
    private final LedgerView view;
    private final SecureRandom random = new SecureRandom();

    public Rotations(
            Database database,
            IssuerCustody custody,
            SealingKeys keys,
            LedgerClient ledger,
            LedgerView view) {
        this.database = database;
        this.custody = custody;
        this.keys = keys;
        this.ledger = ledger;
        this.view = view;
    }

    /** The number of an issuer's newest key that the ledger knows; 0 if it has none. */
    public int newest(int issuer) {
        return view.issuer(issuer).stream()
                .flatMap(enrolled -> enrolled.keys().stream())
                .mapToInt(IssuerKey::seq)
                .max()
                .orElse(0);
    }

    /** The number of the key that the gateway seals with for this issuer, if it keeps one. */
    public Optional<Integer> sealing(int issuer) {
        return keys.inCustody(issuer).map(SealingKeys.InCustody::keySeq);
    }

    /**
     * Makes a new key for an issuer whose keys the gateway keeps. The key is kept before the ledger
     * is asked; one that the ledger never took is asked for again. Of two who ask at once, or of
     * one who asks twice, only the first makes one.
     *
     * @param after the newest key when it was asked: if there is a newer one, nothing is done
     */
    public void renew(int issuer, Suite suite, int after) throws Refused, RaceLost {
        if (newest(issuer) > after) {
            return;
        }
        SealingKeys.InCustody old =
                keys.inCustody(issuer)
                        .orElseThrow(() ->
                                new IllegalStateException("no key of " + issuer + " is kept"));
        int seq = database.inTransaction(tx -> make(tx, issuer, suite, after + 1));
        SealPrivateKey renewed = database.with(h -> custody.sealKey(h, issuer, seq)).orElseThrow();
        settle(
                RotationRequest.make(
                        issuer,
                        old.keySeq(),
                        old.key(),
                        IssuerKey.of(seq, renewed.publicKey()),
                        renewed));
    }

    /**
     * Takes the request that an issuer made with both its keys.
     *
     * @throws FieldException if it is another's, or a seal of it does not hold
     */
    public void take(int issuer, byte[] file) throws FieldException, Refused, RaceLost {
        RotationRequest request =
                RotationRequest.read(io.yipiao.verifier.reader.JsonReader.readObject(file));
        if (request.issuer() != issuer) {
            throw new FieldException("issuer", issuer + "", request.issuer() + "");
        }
        Optional<ProjectedIssuer> enrolled = view.issuer(issuer);
        IssuerKey old =
                enrolled.flatMap(known -> known.keyInUse(request.keySeq()))
                        .orElseThrow(() ->
                                new FieldException(
                                        "keySeq", "a key in use", request.keySeq() + ""));
        int renewed = request.key().seq();
        if (enrolled.stream()
                .flatMap(known -> known.keys().stream())
                .anyMatch(key ->
                        key.seq() == renewed
                                && !key.key()
                                        .thumbprint()
                                        .equals(request.key().key().thumbprint()))) {
            throw new FieldException(
                    "key.seq", "a number that none of the issuer's keys has", renewed + "");
        }
        try {
            request.check(old.key());
        } catch (SealException e) {
            throw new FieldException(
                    "voucher", "seals of the old and of the new key", "another seal");
        }
        settle(request);
    }

    private void settle(RotationRequest request) throws Refused, RaceLost {
        Call call = Call.of(Caller.INTAKE, "rotateKey").with(request.json());
        // The call is idempotent: after an unknown outcome it is simply asked again.
        Settled settled = new Proposals(ledger).settle(call, endorsed -> {});
        try {
            view.await(settled.block(), PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Keeps a key of the first number that is free, or finds one of this suite that waits. */
    private int make(Handle tx, int issuer, Suite suite, int first) {
        IssuerCustody.lock(tx, issuer);
        for (int seq = first; seq <= MOST_KEYS; seq++) {
            Optional<SealPrivateKey> waiting = custody.sealKey(tx, issuer, seq);
            if (waiting.isEmpty()) {
                custody.keep(
                        tx,
                        issuer,
                        seq,
                        SealPrivateKey.generate(suite, IssuerKey.standardUserId(), random));
                return seq;
            }
            if (waiting.get().publicKey().suite() == suite) {
                return seq;
            }
        }
        throw new IllegalStateException("issuer " + issuer + " has had " + MOST_KEYS + " keys");
    }
}
