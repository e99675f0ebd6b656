package io.yipiao.gateway.http;

import io.yipiao.gateway.access.Principal;
import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.claim.Clerk;

/** Who decides, as his token says. */
final class Clerks {
    private Clerks() {}

    /** A token that names no person decides nothing: he could be the claimant himself. */
    static Clerk of(Principal principal) throws ProblemException {
        return new Clerk(
                principal
                        .owner()
                        .person()
                        .orElseThrow(() ->
                                new ProblemException(
                                        Problem.of(
                                                403,
                                                "person-missing",
                                                "This token names no person",
                                                "Whoever decides has to be known, so that he does"
                                                        + " not decide what is his own. Ask for a"
                                                        + " token with a person."))),
                principal.owner().name(),
                principal.is(Role.SUPERVISOR));
    }
}
