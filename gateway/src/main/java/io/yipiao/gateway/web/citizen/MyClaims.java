package io.yipiao.gateway.web.citizen;

import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.claim.ClaimNumber;
import io.yipiao.gateway.claim.ClaimView;
import io.yipiao.gateway.claim.Claims;
import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.gateway.web.NoPageException;
import io.yipiao.gateway.web.Visit;
import io.yipiao.verifier.bill.FieldException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The claims that a visitor may see: those he made and those on his own bills. */
final class MyClaims {
    private static final int AT_ONCE = 200;

    private final Claims claims;

    MyClaims(Claims claims) {
        this.claims = claims;
    }

    /** The visitor's claim that the path names. */
    ClaimView named(Visit visit, String parameter) throws NoPageException {
        return one(visit, parameter, Optional.of(visit.person()));
    }

    /** The claim that the path names, for a visitor who is staff any, else his own. */
    ClaimView readable(Visit visit, String parameter) throws NoPageException {
        return one(visit, parameter, reader(visit));
    }

    private ClaimView one(Visit visit, String parameter, Optional<PersonId> viewer)
            throws NoPageException {
        try {
            return claims.one(ClaimNumber.of(visit.call().path(parameter)), viewer)
                    .orElseThrow(NoPageException::new);
        } catch (FieldException e) {
            throw new NoPageException();
        }
    }

    private static Optional<PersonId> reader(Visit visit) throws NoPageException {
        if (visit.is(Role.CLERK)
                || visit.is(Role.SUPERVISOR)
                || visit.is(Role.AUDITOR)
                || visit.is(Role.PAYER)) {
            return Optional.empty();
        }
        return Optional.of(visit.principal().owner().person().orElseThrow(NoPageException::new));
    }

    /** All of a person's claims, the newest first. */
    List<ClaimView> of(PersonId person) {
        List<ClaimView> all = new ArrayList<>();
        List<ClaimView> some;
        do {
            Optional<ClaimNumber> after =
                    all.isEmpty() ? Optional.empty() : Optional.of(all.getLast().number());
            some = claims.list(Optional.of(person), Optional.empty(), after, AT_ONCE);
            all.addAll(some);
        } while (some.size() == AT_ONCE);
        Collections.reverse(all);
        return List.copyOf(all);
    }
}
