package io.yipiao.gateway.session;

/** Somebody does not come in by the OpenID provider; caught within this package. */
final class RefusedArrival extends Exception {
    private final Arrival.Reason reason;

    RefusedArrival(Arrival.Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    RefusedArrival(Arrival.Reason reason, Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
    }

    Arrival.Reason reason() {
        return reason;
    }
}
