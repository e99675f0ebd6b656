package io.yipiao.gateway.claim;

import io.yipiao.gateway.claim.Settlement.Kind;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.bill.Fen;

import org.jdbi.v3.core.Handle;

import java.util.List;
import java.util.Optional;

/**
 * Sets a recovery off (抵扣) against payments of the same payer for the same patient that are
 * approved and not yet with the bank: each is less by what is set off against it.
 */
final class Offsets {
    private final Database database;
    private final ClaimStore store;
    private final OwedStore owed;
    private final SettlementStore settlements;

    Offsets(Database database, ClaimStore store, OwedStore owed, SettlementStore settlements) {
        this.database = database;
        this.store = store;
        this.owed = owed;
        this.settlements = settlements;
    }

    /** A payment that may still be made less, and by how much. */
    private record Room(ClaimNumber claim, Fen fen) {}

    /** Records the next part that can be set off; false if there is none, or nobody wants it. */
    boolean take(Claim claim) {
        return database.inTransaction(tx -> {
            Claim locked = store.lock(tx, claim.number()).orElseThrow();
            if (locked.state() != ClaimState.RECOVERING) {
                return false;
            }
            List<Settlement> parts = settlements.of(tx, claim.number());
            for (Owed one : owed.of(tx, claim.number())) {
                Fen free = SettleStep.free(one, parts);
                Optional<Room> room =
                        one.fromNext().isEmpty() || free.isZero()
                                ? Optional.empty()
                                : room(tx, locked);
                if (room.isPresent()) {
                    record(tx, locked, one, room.get(), free);
                    return true;
                }
            }
            return false;
        });
    }

    private void record(Handle tx, Claim claim, Owed one, Room room, Fen free) {
        Owed.FromNext order = one.fromNext().orElseThrow();
        settlements.record(
                tx,
                claim,
                new SettlementStore.Part(
                        one.bill(),
                        Kind.OFFSET,
                        free.atMost(room.fen()),
                        Optional.of(room.claim()),
                        order.note(),
                        order.clerk(),
                        "against " + room.claim() + " of " + one.bill()));
    }

    /** The oldest approved payment with anything left, kept from others meanwhile. */
    private static Optional<Room> room(Handle tx, Claim claim) {
        return tx.createQuery(
                        """
                        SELECT t.number, t.held_fen - (SELECT coalesce(sum(s.fen), 0) FROM settlement s
                            WHERE s.other = t.number AND s.state <> 'LAPSED') AS room
                        FROM claim t
                        WHERE t.patient = :patient AND t.payer = :payer AND t.state = 'PROVED' AND t.number <> :number
                          AND t.held_fen > (SELECT coalesce(sum(s.fen), 0) FROM settlement s
                            WHERE s.other = t.number AND s.state <> 'LAPSED')
                        ORDER BY t.received_at, t.number LIMIT 1 FOR UPDATE OF t
                        """)
                .bind("patient", Persons.bytes(claim.patient()))
                .bind("payer", claim.payer())
                .bind("number", claim.number().text())
                .map((row, context) ->
                        new Room(
                                new ClaimNumber(row.getString("number")),
                                new Fen(row.getLong("room"))))
                .findOne();
    }
}
