package io.yipiao.gateway.http;

import io.yipiao.gateway.access.Principal;
import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.access.Route;
import io.yipiao.gateway.claim.ClaimDesk;
import io.yipiao.gateway.claim.Mandate;
import io.yipiao.gateway.claim.PayeeAccount;
import io.yipiao.gateway.secrets.People;
import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.bill.IdType;
import io.yipiao.verifier.reader.Json;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Payee accounts and mandates. */
public final class PersonOperations {
    private final ClaimDesk desk;
    private final People people;

    public PersonOperations(ClaimDesk desk, People people) {
        this.desk = desk;
        this.people = people;
    }

    public void addTo(Operations operations) {
        operations
                .on(Route.PUT_ACCOUNT, this::putAccount)
                .on(Route.GET_ACCOUNT, this::account)
                .on(Route.RECORD_MANDATE, this::recordMandate)
                .on(Route.LIST_MANDATES, this::mandates);
    }

    private Answer putAccount(Call call) throws FieldException {
        Json.Members body = call.json();
        return Answer.json(
                describe(
                        desk.accounts()
                                .put(
                                        call.principal().person(),
                                        body.text("holder"),
                                        body.text("bank"),
                                        body.text("number"))));
    }

    private Answer account(Call call) throws ProblemException {
        return Answer.json(
                desk.accounts()
                        .of(call.principal().person())
                        .map(PersonOperations::describe)
                        .orElseThrow(() -> new ProblemException(Problem.notFound("account"))));
    }

    private Answer recordMandate(Call call) throws FieldException {
        Json.Members body = call.json();
        Principal principal = call.principal();
        Optional<Json.Members> other = body.optionalObject("principal");
        if (other.isPresent() && !principal.is(Role.CLERK)) {
            throw new FieldException("principal", "nothing: you record your own", "another person");
        }
        if (other.isPresent() && !body.has("evidence")) {
            throw new FieldException("evidence", "what you have seen of it", "nothing");
        }
        Mandate mandate =
                desk.mandates()
                        .record(
                                Mandate.Kind.valueOf(body.text("kind")),
                                other.isPresent()
                                        ? person("principal", other.get())
                                        : principal.person(),
                                person("agent", body.object("agent")),
                                until(body),
                                body.optionalText("evidence").orElse(""),
                                principal.token().toString());
        return Answer.created(
                "/api/v1/mandates/" + mandate.id(), describe(mandate, principal.person()));
    }

    private Answer mandates(Call call) {
        PersonId person = call.principal().person();
        return Answer.json(
                Json.object()
                        .put(
                                "mandates",
                                desk.mandates().of(person).stream()
                                        .map(mandate -> describe(mandate, person))
                                        .toList())
                        .end());
    }

    private PersonId person(String field, Json.Members paper) throws FieldException {
        try {
            return people.id(IdType.valueOf(paper.text("idType")), paper.text("idNumber"));
        } catch (FieldException e) {
            throw e.under(field);
        }
    }

    private static Optional<LocalDate> until(Json.Members body) throws FieldException {
        Optional<String> until = body.optionalText("until");
        try {
            return until.map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw new FieldException("until", "a day such as 2026-12-31", until.orElse(""));
        }
    }

    /** Who the other is stays a hash in the database, so nothing of his paper can be shown. */
    private static Json.Members describe(Mandate mandate, PersonId viewer) {
        return Json.object()
                .put("id", mandate.id().toString())
                .put("kind", mandate.kind().name())
                .put("mine", mandate.principal().equals(viewer))
                .putText("until", mandate.until().map(LocalDate::toString))
                .put("recordedAt", mandate.recordedAt().toString())
                .end();
    }

    private static Json.Members describe(PayeeAccount account) {
        return Json.object()
                .put("holder", hidden(account.holder()))
                .put("bank", account.bank())
                .put("tail", account.tail())
                .put("since", account.since().toString())
                .end();
    }

    /** The first character, and a star for each of the others: 王** */
    private static String hidden(String name) {
        int characters = name.codePointCount(0, name.length());
        return name.substring(0, name.offsetByCodePoints(0, 1)) + "*".repeat(characters - 1);
    }
}
