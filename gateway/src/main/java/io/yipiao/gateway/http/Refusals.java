package io.yipiao.gateway.http;

import io.yipiao.gateway.access.Admission;
import io.yipiao.gateway.access.Route;
import io.yipiao.gateway.journal.Log;
import io.yipiao.gateway.ledger.LedgerUnavailable;
import io.yipiao.verifier.bill.FieldException;

import java.io.IOException;
import java.util.stream.Collectors;

/**
 * Which problem each failure is. An outage or a bug is told by its number only; the journal has it.
 */
final class Refusals {
    private static final Log LOG = Log.of(Refusals.class);

    private Refusals() {}

    static Problem of(Admission refusal, Route route) {
        return switch (refusal) {
            case Admission.TokenMissing missing ->
                    Problem.of(
                            401,
                            "token-missing",
                            "Who are you?",
                            "Send a token: Authorization: Bearer yipiao_…");
            case Admission.TokenUnknown unknown ->
                    Problem.of(
                            401,
                            "token-unknown",
                            "This token opens nothing",
                            "It is none of ours, or was taken out of use. Ask for a new one.");
            case Admission.RoleMissing missing ->
                    Problem.of(
                            403,
                            "role-missing",
                            "Not with this token",
                            "This is for the roles "
                                    + route.roles().stream()
                                            .map(Enum::name)
                                            .sorted()
                                            .collect(Collectors.joining(", "))
                                    + ".");
            case Admission.Admitted admitted ->
                    throw new IllegalArgumentException("not a refusal: " + admitted);
        };
    }

    static Problem of(Throwable failure) {
        return switch (failure) {
            case ProblemException problem -> problem.problem();
            case FieldException fault -> Problem.fields(FieldError.of(fault));
            case BodyTooLargeException tooLarge -> tooLarge.problem();
            case LedgerUnavailable outage -> {
                LOG.warn("the ledger is out of reach", outage);
                yield Problem.unavailable(
                        "The ledger is out of reach. Nothing is lost; trying again is safe.");
            }
            case IOException gone -> {
                LOG.info("a client has gone");
                yield Problem.of(400, "cut-off", "The body was cut off", "Send it again.");
            }
            default -> {
                LOG.error("a request failed", failure);
                yield Problem.of(
                        500,
                        "failure",
                        "We failed",
                        "This is our fault. Trying again is safe; if it stays, tell us the id.");
            }
        };
    }
}
