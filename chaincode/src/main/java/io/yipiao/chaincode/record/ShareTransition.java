package io.yipiao.chaincode.record;

import static io.yipiao.chaincode.record.ShareOperation.HOLD;
import static io.yipiao.chaincode.record.ShareOperation.HOLD_AND_STAMP;
import static io.yipiao.chaincode.record.ShareOperation.RELEASE;
import static io.yipiao.chaincode.record.ShareOperation.REVERSE;
import static io.yipiao.chaincode.record.ShareOperation.STAMP;
import static io.yipiao.chaincode.record.ShareState.HELD;
import static io.yipiao.chaincode.record.ShareState.RECOVERING;
import static io.yipiao.chaincode.record.ShareState.RELEASED;
import static io.yipiao.chaincode.record.ShareState.STAMPED;

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
                    move(REVERSE, STAMPED, RECOVERING));

    /** The state in which an operation begins a share, if it begins one. */
    public static Optional<ShareState> first(ShareOperation operation) {
        return find(operation, Optional.empty());
    }

    /** Where an operation leads a share that stands in a state, if it may. */
    public static Optional<ShareState> next(ShareOperation operation, ShareState state) {
        return find(operation, Optional.of(state));
    }

    private static Optional<ShareState> find(ShareOperation operation, Optional<ShareState> from) {
        return TABLE.stream()
                .filter(row -> row.operation == operation && row.from.equals(from))
                .map(ShareTransition::to)
                .findFirst();
    }

    private static ShareTransition begin(ShareOperation operation, ShareState to) {
        return new ShareTransition(operation, Optional.empty(), to);
    }

    private static ShareTransition move(ShareOperation operation, ShareState from, ShareState to) {
        return new ShareTransition(operation, Optional.of(from), to);
    }
}
