package io.yipiao.gateway.claim;

import io.yipiao.gateway.store.Database;

import java.util.Optional;

/**
 * RECOVERING: brings what was recorded to the ledger, moves the claim over to the bill that
 * replaces its own once that is there, and sets off what is to be set off.
 */
final class RecoveringStep {
    private final Database database;
    private final OwedStore owed;
    private final SettleStep settle;
    private final NetPlan net;
    private final Offsets offsets;

    RecoveringStep(
            Database database, OwedStore owed, SettleStep settle, NetPlan net, Offsets offsets) {
        this.database = database;
        this.owed = owed;
        this.settle = settle;
        this.net = net;
        this.offsets = offsets;
    }

    Optional<Claim> take(Claim claim) {
        return settle.take(claim).or(() -> moveOver(claim)).or(() -> setOff(claim));
    }

    private Optional<Claim> moveOver(Claim claim) {
        return database.with(handle -> owed.of(handle, claim.number())).stream()
                .filter(one -> one.bill().equals(claim.bill()))
                .filter(one -> !one.alone() && !one.nettable().isZero())
                .findFirst()
                .flatMap(one -> net.begin(claim, one));
    }

    private Optional<Claim> setOff(Claim claim) {
        return offsets.take(claim) ? Optional.of(claim) : Optional.empty();
    }
}
