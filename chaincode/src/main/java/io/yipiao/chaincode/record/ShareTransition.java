package io.yipiao.chaincode.record;

import static io.yipiao.chaincode.record.ShareOperation.AMEND;
import static io.yipiao.chaincode.record.ShareOperation.HOLD;
import static io.yipiao.chaincode.record.ShareOperation.HOLD_AND_STAMP;
import static io.yipiao.chaincode.record.ShareOperation.NET;
import static io.yipiao.chaincode.record.ShareOperation.NETTED;
import static io.yipiao.chaincode.record.ShareOperation.RECOVER;
import static io.yipiao.chaincode.record.ShareOperation.RELEASE;
import static io.yipiao.chaincode.record.ShareOperation.REVERSE;
import static io.yipiao.chaincode.record.ShareOperation.REVOKE;
import static io.yipiao.chaincode.record.ShareOperation.STAMP;
import static io.yipiao.chaincode.record.ShareOperation.WRITE_OFF;
import static io.yipiao.verifier.receipt.ShareState.HELD;
import static io.yipiao.verifier.receipt.ShareState.OFFSET;
import static io.yipiao.verifier.receipt.ShareState.RECOVERING;
import static io.yipiao.verifier.receipt.ShareState.RELEASED;
import static io.yipiao.verifier.receipt.ShareState.REPAID;
import static io.yipiao.verifier.receipt.ShareState.STAMPED;
import static io.yipiao.verifier.receipt.ShareState.WRITTEN_OFF;

import io.yipiao.verifier.receipt.ShareState;

import java.util.List;
import java.util.Optional;

/**
 * One legal move of a share. {@link #TABLE} holds all of them; what is not in it is refused.
 *
 * @param operation what moves it
 * @param from where it stood; nowhere if the operation begins it
 * @param to where it stands then
 */
public record ShareTransition(ShareOperation operation, Optional<ShareState> from, ShareState to) {

    public static final List<ShareTransition> TABLE =
            List.of(
                    begin(HOLD, HELD),
                    begin(HOLD_AND_STAMP, STAMPED),
                    move(STAMP, HELD, STAMPED),
                    move(RELEASE, HELD, RELEASED),
                    move(REVERSE, HELD, RELEASED),
                    move(REVERSE, STAMPED, RECOVERING),
                    move(REVOKE, STAMPED, RECOVERING),
                    move(AMEND, STAMPED, STAMPED),
                    move(RECOVER, RECOVERING, REPAID),
                    move(RECOVER, RECOVERING, OFFSET),
                    move(WRITE_OFF, RECOVERING, WRITTEN_OFF),
                    begin(NET, STAMPED),
                    move(NETTED, RECOVERING, OFFSET));

    /** The state in which an operation begins a share, if it begins one. */
    public static Optional<ShareState> first(ShareOperation operation) {
        return from(operation, Optional.empty()).stream().findFirst();
    }

    /** Where an operation may lead a share that stands in a state; nowhere if it may not. */
    public static List<ShareState> next(ShareOperation operation, ShareState state) {
        return from(operation, Optional.of(state));
    }

    /** Every state that an operation leads to. */
    public static List<ShareState> targets(ShareOperation operation) {
        return TABLE.stream()
                .filter(row -> row.operation == operation)
                .map(ShareTransition::to)
                .distinct()
                .toList();
    }

    private static List<ShareState> from(ShareOperation operation, Optional<ShareState> from) {
        return TABLE.stream()
                .filter(row -> row.operation == operation && row.from.equals(from))
                .map(ShareTransition::to)
                .toList();
    }

    private static ShareTransition begin(ShareOperation operation, ShareState to) {
        return new ShareTransition(operation, Optional.empty(), to);
    }

    private static ShareTransition move(ShareOperation operation, ShareState from, ShareState to) {
        return new ShareTransition(operation, Optional.of(from), to);
    }
}
