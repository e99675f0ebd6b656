package io.yipiao.gateway.session;

import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;

import io.yipiao.gateway.access.Owner;
import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.secrets.People;
import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.gateway.settings.OidcSettings;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.bill.IdType;
import io.yipiao.verifier.canonical.Sm3;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads from a provider's claims who somebody is and what he may do. */
final class ClaimedPerson {
    private final OidcSettings settings;
    private final People people;

    ClaimedPerson(OidcSettings settings, People people) {
        this.settings = settings;
        this.people = people;
    }

    /** His login here: the same each time, and it does not tell his subject. */
    static String login(IDTokenClaimsSet claims) {
        String subject = claims.getIssuer().getValue() + "\0" + claims.getSubject().getValue();
        return "oidc:"
                + new Sm3("yipiao/oidc-subject/1\0")
                        .add(subject.getBytes(StandardCharsets.UTF_8))
                        .digest()
                        .hex();
    }

    /** The roles we know among those that he is given. */
    Set<Role> roles(IDTokenClaimsSet claims) throws RefusedArrival {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String name : names(claims.getClaim(settings.rolesClaim()))) {
            for (Role role : Role.values()) {
                if (role.name().equalsIgnoreCase(name)) {
                    roles.add(role);
                }
            }
        }
        if (roles.isEmpty()) {
            throw new RefusedArrival(Arrival.Reason.NO_ROLE);
        }
        return roles;
    }

    /** Whose account it is, with all that his roles need. */
    Owner owner(IDTokenClaimsSet claims, Set<Role> roles) throws RefusedArrival {
        try {
            String name =
                    text(claims, "name")
                            .or(() -> text(claims, "preferred_username"))
                            .orElseThrow(() -> new FieldException("name", "a name", "nothing"));
            Owner owner =
                    new Owner(
                            name,
                            issuer(claims),
                            person(claims),
                            settings.payerClaim().flatMap(claim -> text(claims, claim)));
            owner.checkRoles(roles);
            return owner;
        } catch (FieldException | IllegalArgumentException e) {
            throw new RefusedArrival(Arrival.Reason.CLAIMS_INCOMPLETE, e);
        }
    }

    private Optional<PersonId> person(IDTokenClaimsSet claims) {
        return settings.idNumberClaim()
                .flatMap(claim -> text(claims, claim))
                .map(number -> people.id(IdType.RESIDENT_ID, number));
    }

    private OptionalInt issuer(IDTokenClaimsSet claims) {
        Optional<String> number = settings.hospitalClaim().flatMap(claim -> text(claims, claim));
        return number.isPresent()
                ? OptionalInt.of(Integer.parseInt(number.get()))
                : OptionalInt.empty();
    }

    /** A claim's text, whether it is a JSON string or number. */
    private static Optional<String> text(IDTokenClaimsSet claims, String claim) {
        return Optional.ofNullable(claims.getClaim(claim))
                .map(Object::toString)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    /** Providers give a JSON list, or one text with spaces as OAuth writes scopes. */
    private static Collection<String> names(@Nullable Object claim) {
        return switch (claim) {
            case null -> List.of();
            case Collection<?> list -> list.stream().map(String::valueOf).toList();
            default -> List.of(claim.toString().strip().split("[ ,]+"));
        };
    }
}
