package io.yipiao.gateway.ledger.fabric;

import io.grpc.Status;
import io.yipiao.gateway.ledger.LedgerUnavailable;
import io.yipiao.gateway.ledger.RaceLost;
import io.yipiao.gateway.ledger.Refused;
import io.yipiao.verifier.verdict.RefusalCode;

import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a peer's gateway says when a proposal fails. A refusal of the chaincode stands in the
 * details, one for each peer that refused: {@code chaincode response 500, CODE: sentence}.
 */
final class Failures {
    private static final Pattern REFUSAL =
            Pattern.compile("\\b([A-Z][A-Z_]{3,}): (.*)", Pattern.DOTALL);

    private static final String DIFFERENT = "ProposalResponsePayloads do not match";

    private Failures() {}

    /**
     * Tells the three failures of a proposal apart.
     *
     * @param endorsers how many organisations were asked; each may have had several peers asked
     * @throws Refused when the rules say no
     * @throws RaceLost when the peers do not agree: they stand at different heights
     * @return for the rest: nobody who could say yes or no was reached
     */
    static LedgerUnavailable of(GatewayException failure, int endorsers) throws Refused, RaceLost {
        List<String> details = failure.getDetails().stream().map(ErrorDetail::getMessage).toList();
        Optional<Refused> refusal =
                details.stream().map(Failures::refusal).flatMap(Optional::stream).findFirst();
        if (refusal.isPresent()) {
            boolean alone = organisations(failure) < endorsers;
            if (alone && refusal.get().code() != RefusalCode.WRONG_KEY) {
                throw new RaceLost("one peer said yes, another no: " + details.getFirst());
            }
            throw refusal.get();
        }
        String message = failure.getStatus().getDescription() + " " + details;
        if (message.contains(DIFFERENT)) {
            throw new RaceLost("the peers' answers differ");
        }
        return unavailable("the proposal was not endorsed", failure);
    }

    /** A failure after which nothing can be said but that the peer could not help. */
    static LedgerUnavailable unavailable(String what, GatewayException failure) {
        Status status = failure.getStatus();
        return new LedgerUnavailable(
                what + ": " + status.getCode() + " " + status.getDescription(), failure);
    }

    /** Whether another peer may do better. */
    static boolean isOfPeer(GatewayException failure) {
        return failure.getStatus().getCode() == Status.Code.UNAVAILABLE
                && failure.getDetails().isEmpty();
    }

    private static long organisations(GatewayException failure) {
        return failure.getDetails().stream().map(ErrorDetail::getMspId).distinct().count();
    }

    private static Optional<Refused> refusal(String detail) {
        Matcher matcher = REFUSAL.matcher(detail);
        while (matcher.find()) {
            for (RefusalCode code : RefusalCode.values()) {
                if (code.name().equals(matcher.group(1))) {
                    return Optional.of(new Refused(code, matcher.group(2)));
                }
            }
        }
        return Optional.empty();
    }
}
