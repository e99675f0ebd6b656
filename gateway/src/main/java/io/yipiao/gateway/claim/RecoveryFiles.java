package io.yipiao.gateway.claim;

import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.fingerprint.IdentityBytes;

import org.jdbi.v3.core.Handle;

import java.util.List;
import java.util.Optional;

/** Gathers what is known of a recovery. */
final class RecoveryFiles {
    private final OwedStore owed;
    private final SettlementStore settlements;

    RecoveryFiles(OwedStore owed, SettlementStore settlements) {
        this.owed = owed;
        this.settlements = settlements;
    }

    /** Nothing if nothing was ever wanted back of the claim. */
    Optional<Recovery> of(Handle handle, ClaimNumber number) {
        List<Owed> all = owed.of(handle, number);
        return all.isEmpty()
                ? Optional.empty()
                : handle.createQuery(
                                """
                                SELECT c.state, c.patient, c.held_fen, b.identity
                                FROM claim c JOIN bill b ON b.id = c.bill WHERE c.number = :number
                                """)
                        .bind("number", number.text())
                        .map((row, context) ->
                                new Recovery(
                                        number,
                                        ClaimState.valueOf(row.getString("state")),
                                        Persons.read(row, "patient"),
                                        identity(row.getBytes("identity")),
                                        old(handle, number),
                                        new Fen(row.getLong("held_fen")),
                                        sum(all.stream().map(Owed::owed).toList()),
                                        sum(all.stream().map(Owed::netted).toList()),
                                        OwedStore.open(all),
                                        all.stream().anyMatch(one -> one.fromNext().isPresent()),
                                        all.getFirst().since(),
                                        settlements.of(handle, number)))
                        .findOne();
    }

    private static List<BillId> old(Handle handle, ClaimNumber number) {
        return handle.createQuery(
                        """
                        SELECT b.identity FROM recovery r JOIN bill b ON b.id = r.bill
                        WHERE r.claim = :number ORDER BY r.since, b.id
                        """)
                .bind("number", number.text())
                .mapTo(byte[].class)
                .map(RecoveryFiles::identity)
                .list();
    }

    private static Fen sum(List<Fen> all) {
        return all.stream().reduce(Fen.ZERO, Fen::plus);
    }

    private static BillId identity(byte[] bytes) {
        try {
            return IdentityBytes.parse(bytes);
        } catch (FieldException e) {
            throw new IllegalStateException("a stored identity does not read: " + e.field(), e);
        }
    }
}
