package io.yipiao.gateway.claim;

import io.yipiao.verifier.bill.Fen;

import org.jdbi.v3.core.Handle;

import java.util.List;

/** Where a stamped claim stands by what is wanted back of it. */
final class Settlements {
    private Settlements() {}

    static ClaimState after(Handle handle, Claim claim, OwedStore owed) {
        List<Owed> all = owed.of(handle, claim.number());
        if (!OwedStore.open(all).isZero()) {
            return ClaimState.RECOVERING;
        }
        if (all.stream().map(Owed::closed).allMatch(Fen::isZero)) {
            return ClaimState.PROVED;
        }
        return isWrittenOff(handle, claim) ? ClaimState.WRITTEN_OFF : ClaimState.RECOVERED;
    }

    /** Whether some of it was given up. */
    private static boolean isWrittenOff(Handle handle, Claim claim) {
        return handle.createQuery(
                        """
                        SELECT EXISTS (SELECT FROM settlement
                            WHERE claim = :claim AND kind = 'WRITTEN_OFF' AND state IN ('ON_LEDGER', 'CLOSED'))
                        """)
                .bind("claim", claim.number().text())
                .mapTo(Boolean.class)
                .one();
    }
}
