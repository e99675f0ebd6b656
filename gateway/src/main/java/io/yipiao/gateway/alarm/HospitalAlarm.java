package io.yipiao.gateway.alarm;

import org.jdbi.v3.core.Handle;

/**
 * An alarm of what a hospital's bills break, the same wherever that is seen: at the door, or when
 * the ledger refuses later what the door let in.
 */
public record HospitalAlarm(AlarmKind kind, Subject subject, Facts facts) {

    /**
     * A number that Finance did not give the hospital; one a hospital and code, however many
     * numbers are off.
     *
     * @param number the first of them
     */
    public static HospitalAlarm offSeries(int issuer, String code, String number, long count) {
        return new HospitalAlarm(
                AlarmKind.OFF_SERIES,
                Subject.issuer(issuer, "series/" + code),
                Facts.of(Fact.ISSUER, issuer)
                        .and(Fact.CODE, code)
                        .and(Fact.BILL_NUMBER, code + "-" + number)
                        .and(Fact.COUNT, count));
    }

    /** Bills under a key that was revoked or stopped. */
    public static HospitalAlarm stoppedKey(int issuer, int keySeq) {
        return new HospitalAlarm(
                AlarmKind.REVOKED_KEY,
                Subject.issuer(issuer, "key/" + keySeq),
                Facts.of(Fact.ISSUER, issuer).and(Fact.KEY, keySeq));
    }

    /** Raises it in a transaction of its own. */
    public void raise(Alarms alarms) {
        alarms.raise(kind, subject, facts);
    }

    /** Raises it in the caller's transaction. */
    public void raise(Alarms alarms, Handle tx) {
        alarms.raise(tx, kind, subject, facts);
    }
}
