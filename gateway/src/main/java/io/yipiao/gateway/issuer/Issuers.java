package io.yipiao.gateway.issuer;

import io.yipiao.gateway.ledger.Call;
import io.yipiao.gateway.ledger.Caller;
import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.Proposals;
import io.yipiao.gateway.ledger.RaceLost;
import io.yipiao.gateway.ledger.Refused;
import io.yipiao.gateway.projection.LedgerView;
import io.yipiao.gateway.projection.ProjectedIssuer;
import io.yipiao.gateway.secrets.IssuerCustody;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.bill.Issuer;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;
import io.yipiao.verifier.seal.IssuerKey;
import io.yipiao.verifier.seal.SealPrivateKey;

import org.jdbi.v3.core.Handle;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Enrols hospitals, as Insurance's administrator; another organisation confirms each. */
public final class Issuers {
    private static final int FIRST_KEY = 1;

    private final Database database;
    private final IssuerCustody custody;
    private final LedgerClient ledger;
    private final LedgerView view;
    private final SecureRandom random = new SecureRandom();

    public Issuers(Database database, IssuerCustody custody, LedgerClient ledger, LedgerView view) {
        this.database = database;
        this.custody = custody;
        this.ledger = ledger;
        this.view = view;
    }

    /**
     * Asks for an enrolment. Asked again, it changes nothing and tells the state.
     *
     * @throws Refused when the ledger says no
     * @throws RaceLost when administrators asked for too much at once: ask again
     */
    public Enrolment enrol(NewIssuer wanted) throws OtherEnrolmentException, Refused, RaceLost {
        int number = wanted.issuer().number();
        Json.Members arguments = database.inTransaction(tx -> ask(tx, wanted));
        Call call = Call.of(Caller.ADMIN, "enrolIssuer").with(arguments);
        // The call is idempotent: after an unknown outcome it is simply asked again.
        byte[] answer = new Proposals(ledger).settle(call, endorsed -> {}).answer();
        Optional<Digest> digest = digest(answer);
        digest.ifPresent(pending ->
                database.changeInTransaction(tx -> EnrolmentStore.pending(tx, number, pending)));
        return find(number).orElseThrow();
    }

    /** All hospitals, enrolled or waiting, in the order of their numbers. */
    public List<Enrolment> all() {
        TreeMap<Integer, Enrolment> all = new TreeMap<>();
        for (EnrolmentStore.Asked asked : database.with(EnrolmentStore::all)) {
            all.put(asked.number(), waiting(asked));
        }
        for (ProjectedIssuer issuer : view.issuers()) {
            boolean inCustody =
                    all.containsKey(issuer.number()) && all.get(issuer.number()).custody();
            all.put(issuer.number(), enrolled(issuer, inCustody));
        }
        return List.copyOf(all.values());
    }

    public Optional<Enrolment> find(int number) {
        return all().stream().filter(issuer -> issuer.number() == number).findFirst();
    }

    private Json.Members ask(Handle tx, NewIssuer wanted) throws OtherEnrolmentException {
        int number = wanted.issuer().number();
        Optional<EnrolmentStore.Asked> before = EnrolmentStore.lock(tx, number);
        if (before.isPresent()) {
            if (!isSame(before.get(), wanted)) {
                throw new OtherEnrolmentException(number);
            }
            return before.get().arguments();
        }
        List<IssuerKey> keys =
                switch (wanted.keys()) {
                    case NewIssuer.Own own -> own.keys();
                    case NewIssuer.Custody inCustody -> List.of(make(tx, number, inCustody));
                };
        Json.Members arguments = arguments(wanted.issuer(), keys);
        boolean inCustody = wanted.keys() instanceof NewIssuer.Custody;
        if (!EnrolmentStore.add(tx, number, arguments, inCustody)) {
            throw new OtherEnrolmentException(number);
        }
        return arguments;
    }

    private IssuerKey make(Handle tx, int number, NewIssuer.Custody wanted) {
        SealPrivateKey key =
                SealPrivateKey.generate(wanted.suite(), IssuerKey.standardUserId(), random);
        custody.keep(tx, number, FIRST_KEY, key);
        custody.makeSaltKey(tx, number);
        return IssuerKey.of(FIRST_KEY, key.publicKey());
    }

    private static boolean isSame(EnrolmentStore.Asked before, NewIssuer wanted) {
        return switch (wanted.keys()) {
            case NewIssuer.Own own ->
                    before.arguments().equals(arguments(wanted.issuer(), own.keys()));
            case NewIssuer.Custody inCustody ->
                    before.custody()
                            && before.arguments()
                                    .equals(arguments(wanted.issuer(), keys(before.arguments())));
        };
    }

    private static Json.Members arguments(Issuer issuer, List<IssuerKey> keys) {
        return Json.object()
                .put("number", issuer.number())
                .put("code", issuer.code())
                .put("name", issuer.name())
                .put("keys", keys.stream().map(IssuerKey::json).toList())
                .end();
    }

    private static List<IssuerKey> keys(Json.Members arguments) {
        try {
            List<IssuerKey> keys = new ArrayList<>();
            for (Json.Members key : arguments.items("keys").objects("keys")) {
                keys.add(IssuerKey.read(key));
            }
            return keys;
        } catch (FieldException e) {
            throw new IllegalStateException("a stored enrolment does not read", e);
        }
    }

    private static Optional<Digest> digest(byte[] answer) {
        try {
            Json.Members members = JsonReader.readObject(answer);
            return members.has("digest")
                    ? Optional.of(Digest.ofHex("digest", members.text("digest")))
                    : Optional.empty();
        } catch (FieldException e) {
            throw new IllegalStateException("the ledger's answer to enrolIssuer does not read", e);
        }
    }

    private static Enrolment waiting(EnrolmentStore.Asked asked) {
        try {
            return new Enrolment(
                    asked.number(),
                    asked.arguments().text("code"),
                    asked.arguments().text("name"),
                    Enrolment.State.PENDING,
                    asked.digest(),
                    asked.custody(),
                    keys(asked.arguments()));
        } catch (FieldException e) {
            throw new IllegalStateException("a stored enrolment does not read", e);
        }
    }

    private static Enrolment enrolled(ProjectedIssuer issuer, boolean inCustody) {
        return new Enrolment(
                issuer.number(),
                issuer.code(),
                issuer.name(),
                Enrolment.State.ENROLLED,
                Optional.empty(),
                inCustody,
                issuer.keys());
    }
}
