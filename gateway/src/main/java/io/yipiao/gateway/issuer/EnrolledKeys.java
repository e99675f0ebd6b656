package io.yipiao.gateway.issuer;

import io.yipiao.gateway.alarm.Alarms;
import io.yipiao.gateway.alarm.HospitalAlarm;
import io.yipiao.gateway.intake.SealingKeys;
import io.yipiao.gateway.projection.LedgerView;
import io.yipiao.gateway.secrets.IssuerCustody;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.fingerprint.SaltKey;
import io.yipiao.verifier.seal.IssuerKey;
import io.yipiao.verifier.seal.SealPrivateKey;
import io.yipiao.verifier.seal.SealPublicKey;

import java.util.Comparator;
import java.util.Optional;

/** The keys that uploads need: only those that the ledger holds and nobody stopped. */
public final class EnrolledKeys implements SealingKeys {
    private final Database database;
    private final IssuerCustody custody;
    private final LedgerView view;
    private final Alarms alarms;

    public EnrolledKeys(Database database, IssuerCustody custody, LedgerView view, Alarms alarms) {
        this.database = database;
        this.custody = custody;
        this.view = view;
        this.alarms = alarms;
    }

    @Override
    public Optional<InCustody> inCustody(int issuer) {
        return view.issuer(issuer).stream()
                .flatMap(enrolled -> enrolled.keys().stream())
                .map(IssuerKey::seq)
                .sorted(Comparator.reverseOrder())
                .filter(seq -> inUse(issuer, seq).isPresent())
                .flatMap(seq -> kept(issuer, seq).stream())
                .findFirst();
    }

    @Override
    public Optional<SealPublicKey> enrolled(int issuer, int keySeq) {
        Optional<SealPublicKey> key = inUse(issuer, keySeq);
        boolean stopped =
                key.isEmpty()
                        && view.issuer(issuer).stream()
                                .flatMap(found -> found.keys().stream())
                                .anyMatch(one -> one.seq() == keySeq);
        if (stopped) {
            HospitalAlarm.stoppedKey(issuer, keySeq).raise(alarms);
        }
        return key;
    }

    private Optional<SealPublicKey> inUse(int issuer, int keySeq) {
        return view.issuer(issuer).flatMap(found -> found.keyInUse(keySeq)).map(IssuerKey::key);
    }

    private Optional<InCustody> kept(int issuer, int keySeq) {
        return database.with(handle -> {
            Optional<SealPrivateKey> key = custody.sealKey(handle, issuer, keySeq);
            Optional<SaltKey> saltKey = custody.saltKey(handle, issuer);
            return key.isPresent() && saltKey.isPresent()
                    ? Optional.of(new InCustody(keySeq, key.get(), saltKey.get()))
                    : Optional.<InCustody>empty();
        });
    }
}
