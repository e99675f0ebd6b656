package io.yipiao.gateway.anchor;

import io.yipiao.gateway.alarm.Alarms;
import io.yipiao.gateway.alarm.HospitalAlarm;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.fingerprint.IdentityBytes;
import io.yipiao.verifier.verdict.RefusalCode;

import org.jdbi.v3.core.Handle;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Tells the bureau what the ledger refused for good though the door let it in: a key that was
 * stopped meanwhile, a number of a series that was opened meanwhile.
 */
final class RefusalAlarms {
    private final Alarms alarms;

    RefusalAlarms(Alarms alarms) {
        this.alarms = alarms;
    }

    /** Raises what a refusal of these entries means, in the transaction that notes it. */
    void raise(Handle tx, Consignment refused, RefusalCode code) {
        switch (code) {
            case REVOKED_KEY -> stoppedKeys(tx, refused);
            case OFF_SERIES -> offSeries(tx, refused);
            default -> {
                // The hospital reads it beside its bill.
            }
        }
    }

    private void stoppedKeys(Handle tx, Consignment refused) {
        tx.createQuery(
                        """
                        SELECT DISTINCT b.issuer, b.key_seq FROM outbox o JOIN batch b ON b.id = o.batch
                        WHERE o.id IN (<ids>)
                        """)
                .bindList("ids", refused.ids())
                .map((row, context) ->
                        HospitalAlarm.stoppedKey(row.getInt("issuer"), row.getInt("key_seq")))
                .forEach(alarm -> alarm.raise(alarms, tx));
    }

    private void offSeries(Handle tx, Consignment refused) {
        tx.createQuery(
                        """
                        SELECT b.issuer, b.identity FROM outbox o JOIN bill b ON b.id = o.bill
                        WHERE o.id IN (<ids>)
                        """)
                .bindList("ids", refused.ids())
                .map((row, context) -> offSeries(row))
                .forEach(alarm -> alarm.raise(alarms, tx));
    }

    private static HospitalAlarm offSeries(ResultSet row) throws SQLException {
        try {
            BillId id = IdentityBytes.parse(row.getBytes("identity"));
            return HospitalAlarm.offSeries(row.getInt("issuer"), id.code(), id.number(), 1);
        } catch (FieldException e) {
            throw new IllegalStateException("a stored identity does not read", e);
        }
    }
}
