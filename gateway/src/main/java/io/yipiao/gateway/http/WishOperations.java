package io.yipiao.gateway.http;

import io.yipiao.gateway.access.Route;
import io.yipiao.gateway.claim.ClaimNumber;
import io.yipiao.gateway.claim.ClaimService;
import io.yipiao.gateway.claim.Wished;
import io.yipiao.verifier.bill.FieldException;

/** Takes what claimants wish of claims they made: to take them back, to answer a question. */
public final class WishOperations {
    private static final int LONGEST = 2_000;

    private final ClaimService service;

    public WishOperations(ClaimService service) {
        this.service = service;
    }

    public void addTo(Operations operations) {
        operations
                .on(Route.WITHDRAW_CLAIM, this::withdraw)
                .on(Route.SUPPLEMENT_CLAIM, this::supplement);
    }

    private Answer withdraw(Call call) throws FieldException, ProblemException {
        return answer(service.withdraw(call.principal().person(), number(call)));
    }

    private Answer supplement(Call call) throws FieldException, ProblemException {
        String text = call.words("text", LONGEST);
        return answer(service.supplement(call.principal().person(), number(call), text));
    }

    private static ClaimNumber number(Call call) throws FieldException {
        return ClaimNumber.of(call.path("no"));
    }

    private static Answer answer(Wished wished) throws ProblemException {
        return switch (wished) {
            case Wished.Done done -> Answer.json(ClaimForm.claim(done.claim()));
            case Wished.Unknown _ -> throw new ProblemException(Problem.notFound("claim"));
            case Wished.TooLate late ->
                    throw new ProblemException(
                            Problem.conflict(
                                    "gone-on",
                                    "The claim has gone on",
                                    "It is " + late.claim().state() + "; nothing was changed."));
        };
    }
}
