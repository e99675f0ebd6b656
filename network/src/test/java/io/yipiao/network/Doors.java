package io.yipiao.network;

import io.yipiao.gateway.access.Owner;
import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.demo.Api;
import io.yipiao.gateway.demo.Demonstration;
import io.yipiao.gateway.start.Gateway;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;

import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ways into a gateway over HTTP: its address, and a token for each role a test plays.
 *
 * @param tokens their text
 */
record Doors(URI address, Map<Role, String> tokens) {
    /** Who acts for the citizen, once he has a mandate. */
    static final String AGENT = "990000198801230136";

    private static final List<Role> ROLES =
            List.of(
                    Role.ADMIN,
                    Role.HOSPITAL,
                    Role.CITIZEN,
                    Role.AGENT,
                    Role.CLERK,
                    Role.SUPERVISOR);

    Doors {
        tokens = Map.copyOf(tokens);
    }

    /** Has tokens made, the hospital's for this issuer. */
    static Doors of(Gateway gateway, Demonstration people, int issuer) {
        Map<Role, String> tokens = new EnumMap<>(Role.class);
        for (Role role : ROLES) {
            tokens.put(role, people.token(role, owner(role, people, issuer)));
        }
        return new Doors(gateway.address(), tokens);
    }

    private static Owner owner(Role role, Demonstration people, int issuer) {
        return switch (role) {
            case HOSPITAL -> Owner.issuer("试验医院", issuer);
            case CITIZEN -> people.person("张示范", Demonstration.CITIZEN);
            case AGENT -> people.person("李样本", AGENT);
            case CLERK -> people.person("陈举例", "990000197611110067");
            case SUPERVISOR -> people.person("韩样东", "990000196811230595");
            default -> Owner.named("test");
        };
    }

    /** The same tokens at another gateway over the same database, or after a restart. */
    Doors at(URI other) {
        return new Doors(other, tokens);
    }

    Api as(Role role) {
        return new Api(address, Optional.of(token(role)));
    }

    String token(Role role) {
        return Optional.ofNullable(tokens.get(role)).orElseThrow();
    }

    Json.Members json() {
        Json.Writer out = Json.object().put("address", address.toString());
        ROLES.forEach(role -> out.put(role.name(), token(role)));
        return out.end();
    }

    static Doors read(Json.Members json) throws FieldException {
        Map<Role, String> tokens = new EnumMap<>(Role.class);
        for (Role role : ROLES) {
            tokens.put(role, json.text(role.name()));
        }
        return new Doors(URI.create(json.text("address")), tokens);
    }
}
