package io.yipiao.gateway.http;

import io.yipiao.gateway.access.Admission;
import io.yipiao.gateway.access.Gate;
import io.yipiao.gateway.access.Principal;
import io.yipiao.gateway.access.Route;
import io.yipiao.gateway.journal.Log;
import io.yipiao.gateway.settings.Limits;
import io.yipiao.verifier.bill.FieldException;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * The law of every request, in this order: the gate, the parameters, the body and its limit, the
 * handler, and whatever went wrong as a problem. Nothing else answers requests.
 */
final class Answering {
    private static final Log LOG = Log.of(Answering.class);

    private final Gate gate;
    private final ContractCheck contract;
    private final Limits limits;
    private final Metrics metrics;

    Answering(Gate gate, ContractCheck contract, Limits limits, Metrics metrics) {
        this.gate = gate;
        this.contract = contract;
        this.limits = limits;
        this.metrics = metrics;
    }

    /** Answers a request; on a thread of its own. */
    void answer(Route route, Operations.Handling handling, Exchange exchange) {
        long begun = System.nanoTime();
        Admission admission = new Admission.TokenMissing();
        int status;
        try {
            admission = gate.admit(route, exchange.authorization());
            status =
                    switch (admission) {
                        case Admission.Admitted(Optional<Principal> visitor) ->
                                handle(route, handling, exchange, exchange.call(visitor));
                        default -> send(exchange, Refusals.of(admission, route));
                    };
        } catch (RuntimeException | Error e) {
            status = send(exchange, Refusals.of(e));
        }
        Duration time = Duration.ofNanos(System.nanoTime() - begun);
        metrics.answered(route.operation(), status, time);
        LOG.info(
                "request answered",
                "operation",
                route.operation(),
                "status",
                status,
                "millis",
                time.toMillis(),
                "token",
                tokenOf(admission));
    }

    private int handle(Route route, Operations.Handling handling, Exchange exchange, Call call) {
        try {
            contract.parameters(route, call);
            return switch (handling) {
                case Operations.Handling.Whole whole -> {
                    Answer answer = whole(route, whole, exchange, call);
                    exchange.send(answer);
                    yield answer.status();
                }
                case Operations.Handling.Streamed(StreamedOperation operation) ->
                        streamed(operation, exchange, call);
            };
        } catch (Exception | Error e) {
            return send(exchange, Refusals.of(e));
        }
    }

    private int streamed(StreamedOperation operation, Exchange exchange, Call call)
            throws FieldException, ProblemException, IOException {
        InputStream body = exchange.stream(limits.uploadBytes());
        StreamedAnswer answer = exchange.streamedAnswer();
        try {
            operation.answer(call, body, answer);
            answer.end();
        } catch (Exception | Error e) {
            if (!answer.begun()) {
                throw e;
            }
            LOG.warn("an answer was cut off", e);
            answer.abort();
        }
        return 200;
    }

    private Answer whole(
            Route route, Operations.Handling.Whole handling, Exchange exchange, Call bare)
            throws FieldException, ProblemException, IOException {
        long limit =
                switch (handling.body()) {
                    case JSON -> limits.bodyBytes();
                    case PICTURE -> limits.pictureBytes();
                };
        Call call = bare.withBody(exchange.body(limit));
        contract.body(route, call);
        return handling.operation().answer(call);
    }

    private static int send(Exchange exchange, Problem problem) {
        Answer answer = problem.answer(exchange.number());
        exchange.send(problem.status() == 401 ? answer.with("WWW-Authenticate", "Bearer") : answer);
        return problem.status();
    }

    private static String tokenOf(Admission admission) {
        return switch (admission) {
            case Admission.Admitted(Optional<Principal> visitor) ->
                    visitor.map(Principal::token).map(UUID::toString).orElse("");
            case Admission.RoleMissing(Principal principal) -> principal.token().toString();
            case Admission.TokenMissing missing -> "";
            case Admission.TokenUnknown unknown -> "";
        };
    }
}
