package io.yipiao.gateway.http;

import io.yipiao.gateway.access.Principal;
import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.access.Route;
import io.yipiao.gateway.issuer.Enrolment;
import io.yipiao.gateway.issuer.Issuers;
import io.yipiao.gateway.issuer.NewIssuer;
import io.yipiao.gateway.issuer.OtherEnrolmentException;
import io.yipiao.gateway.issuer.TrustLists;
import io.yipiao.gateway.ledger.RaceLost;
import io.yipiao.gateway.ledger.Refused;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.bill.Issuer;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.canonical.Hex;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;
import io.yipiao.verifier.seal.IssuerKey;
import io.yipiao.verifier.seal.KeyEnrolment;
import io.yipiao.verifier.seal.SealException;
import io.yipiao.verifier.seal.Suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Enrols hospitals, shows them, and hands out the trust list. */
public final class IssuerOperations {
    private final Issuers issuers;
    private final TrustLists lists;

    public IssuerOperations(Issuers issuers, TrustLists lists) {
        this.issuers = issuers;
        this.lists = lists;
    }

    public void addTo(Operations operations) {
        operations
                .on(Route.ENROL_ISSUER, this::enrol)
                .on(Route.LIST_ISSUERS, call -> list())
                .on(Route.GET_ISSUER, this::one)
                .on(Route.GET_TRUST_LIST, call -> trustList());
    }

    private Answer enrol(Call call) throws FieldException, ProblemException {
        Json.Members body = call.json();
        Issuer issuer =
                Issuer.of(
                        body.whole("number", 1, Integer.MAX_VALUE),
                        body.text("code"),
                        body.text("name"),
                        Optional.empty());
        try {
            Enrolment enrolment = issuers.enrol(new NewIssuer(issuer, keys(body)));
            int status = enrolment.state() == Enrolment.State.ENROLLED ? 200 : 202;
            return Answer.json(status, describe(enrolment));
        } catch (OtherEnrolmentException e) {
            throw new ProblemException(
                    Problem.conflict(
                            "number-taken",
                            "This number is another enrolment's",
                            "Choose another number, or send the first request again."));
        } catch (Refused e) {
            throw new ProblemException(
                    Problem.conflict(
                            "ledger-refused",
                            "The ledger refused it",
                            String.valueOf(e.getMessage())));
        } catch (RaceLost e) {
            throw new ProblemException(
                    Problem.unavailable("Other enrolments were in the way; try again."));
        }
    }

    private Answer list() {
        return Answer.json(
                Json.object()
                        .put(
                                "issuers",
                                issuers.all().stream().map(IssuerOperations::describe).toList())
                        .end());
    }

    /** A hospital sees itself only. */
    private Answer one(Call call) throws ProblemException {
        int number = Integer.parseInt(call.path("number"));
        Principal principal = call.principal();
        boolean staff =
                principal.roles().stream()
                        .anyMatch(
                                Set.of(Role.ADMIN, Role.CLERK, Role.SUPERVISOR, Role.AUDITOR)
                                        ::contains);
        if (!staff && principal.issuer() != number) {
            throw new ProblemException(Problem.notFound("issuer"));
        }
        return Answer.json(
                describe(
                        issuers.find(number)
                                .orElseThrow(
                                        () -> new ProblemException(Problem.notFound("issuer")))));
    }

    /** {@code {list, seal, key}}: the list as JSON, its detached seal, and the list key. */
    private Answer trustList() throws FieldException {
        TrustLists.SealedList sealed = lists.sealed();
        return Answer.json(
                Json.object()
                        .put("list", JsonReader.read(sealed.list().bytes()))
                        .put("seal", sealed.seal().hex())
                        .put(
                                "key",
                                Json.object()
                                        .put("suite", lists.publicKey().suite().name())
                                        .put("spki", Hex.write(lists.publicKey().spki()))
                                        .end())
                        .end());
    }

    private static NewIssuer.Keys keys(Json.Members body) throws FieldException {
        Optional<Json.Members> custody = body.optionalObject("custody");
        if (custody.isPresent()) {
            return new NewIssuer.Custody(Suite.of("custody.suite", custody.get().text("suite")));
        }
        List<IssuerKey> keys = new ArrayList<>();
        for (Json.Members key : body.items("keys").objects("keys")) {
            keys.add(held(key, body.text("code"), "keys[" + keys.size() + "]"));
        }
        return new NewIssuer.Own(keys);
    }

    /** A key whose holder proved that he is this institution. */
    private static IssuerKey held(Json.Members enrolment, String code, String field)
            throws FieldException {
        try {
            KeyEnrolment key = KeyEnrolment.read(enrolment);
            if (!key.code().equals(code)) {
                throw new FieldException("code", code + ", the institution's", key.code());
            }
            key.check();
            return key.key();
        } catch (FieldException e) {
            throw e.under(field);
        } catch (SealException e) {
            throw new FieldException(
                    field + ".possession",
                    "a seal by this key over the institution's code and the key",
                    "another seal");
        }
    }

    static Json.Members describe(Enrolment issuer) {
        return Json.object()
                .put("number", issuer.number())
                .put("code", issuer.code())
                .put("name", issuer.name())
                .put("state", issuer.state().name())
                .putText("digest", issuer.digest().map(Digest::hex))
                .put("custody", issuer.custody())
                .put("keys", issuer.keys().stream().map(IssuerOperations::describe).toList())
                .end();
    }

    private static Json.Members describe(IssuerKey key) {
        TreeMap<String, Json> members = new TreeMap<>(key.json().values());
        members.put("thumbprint", new Json.Text(key.key().thumbprint().hex()));
        return new Json.Members(members);
    }
}
