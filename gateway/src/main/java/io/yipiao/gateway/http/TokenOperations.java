package io.yipiao.gateway.http;

import io.yipiao.gateway.access.NewToken;
import io.yipiao.gateway.access.Owner;
import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.access.Route;
import io.yipiao.gateway.access.TokenRecord;
import io.yipiao.gateway.access.Tokens;
import io.yipiao.gateway.secrets.People;
import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.bill.IdType;
import io.yipiao.verifier.reader.Json;

import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Makes tokens, lists them, takes them out of use. */
public final class TokenOperations {
    private final Tokens tokens;
    private final People people;

    public TokenOperations(Tokens tokens, People people) {
        this.tokens = tokens;
        this.people = people;
    }

    public void addTo(Operations operations) {
        operations
                .on(Route.CREATE_TOKEN, this::create)
                .on(Route.LIST_TOKENS, call -> list())
                .on(Route.REVOKE_TOKEN, this::revoke);
    }

    private Answer create(Call call) throws FieldException {
        Json.Members body = call.json();
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String role : body.items("roles").texts("roles")) {
            roles.add(Role.valueOf(role));
        }
        NewToken made = tokens.create(roles, owner(body));
        String id = made.record().principal().token().toString();
        return Answer.created(
                "/api/v1/tokens/" + id,
                describe(made.record()).put("token", made.text().reveal()).end());
    }

    private Answer list() {
        return Answer.json(
                Json.object()
                        .put(
                                "tokens",
                                tokens.list().stream().map(token -> describe(token).end()).toList())
                        .end());
    }

    private Answer revoke(Call call) throws ProblemException {
        if (!tokens.revoke(call.id("id"))) {
            throw new ProblemException(Problem.notFound("token"));
        }
        return Answer.nothing();
    }

    private Owner owner(Json.Members body) throws FieldException {
        Optional<Long> issuer = body.optionalWhole("issuer");
        Optional<Json.Members> paper = body.optionalObject("person");
        Optional<PersonId> person =
                paper.isPresent() ? Optional.of(person(paper.get())) : Optional.empty();
        return new Owner(
                body.text("name"),
                issuer.isPresent()
                        ? OptionalInt.of(Math.toIntExact(issuer.get()))
                        : OptionalInt.empty(),
                person,
                body.optionalText("payer"));
    }

    private PersonId person(Json.Members paper) throws FieldException {
        return people.id(IdType.valueOf(paper.text("idType")), paper.text("idNumber"));
    }

    private static Json.Writer describe(TokenRecord token) {
        Owner owner = token.principal().owner();
        Json.Writer out =
                Json.object()
                        .put("id", token.principal().token().toString())
                        .put("name", owner.name())
                        .put(
                                "roles",
                                Json.texts(
                                        token.principal().roles().stream()
                                                .map(Role::name)
                                                .sorted()
                                                .toList()))
                        .put("createdAt", token.createdAt().toString())
                        .putText("payer", owner.payer())
                        .putText("revokedAt", token.revokedAt().map(Object::toString));
        owner.issuer().ifPresent(number -> out.put("issuer", number));
        return out;
    }
}
