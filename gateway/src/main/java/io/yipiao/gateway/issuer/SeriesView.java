package io.yipiao.gateway.issuer;

import io.yipiao.gateway.alarm.Alarms;
import io.yipiao.gateway.alarm.HospitalAlarm;
import io.yipiao.gateway.intake.Numbering;
import io.yipiao.verifier.bill.BillId;

import org.jdbi.v3.core.Handle;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The number series that Finance opened, as far as the ledger's blocks are known here. */
public final class SeriesView implements Numbering {
    private final Alarms alarms;

    public SeriesView(Alarms alarms) {
        this.alarms = alarms;
    }

    @Override
    public Set<BillId> off(Handle tx, int issuer, List<BillId> ids) {
        Map<String, BillId> numbered =
                ids.stream()
                        .filter(SeriesView::isNumbered)
                        .collect(
                                Collectors.toMap(
                                        id -> id.code() + id.number(),
                                        Function.identity(),
                                        (one, same) -> one));
        if (numbered.isEmpty()) {
            return Set.of();
        }
        Set<String> off = Set.copyOf(offFaces(tx, issuer, List.copyOf(numbered.keySet())));
        return ids.stream()
                .filter(SeriesView::isNumbered)
                .filter(id -> off.contains(id.code() + id.number()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** One alarm a hospital and code, however many numbers are off. */
    @Override
    public void tell(int issuer, Set<BillId> off) {
        Map<String, TreeSet<String>> numbers = new TreeMap<>();
        for (BillId id : off) {
            numbers.computeIfAbsent(id.code(), code -> new TreeSet<>()).add(id.number());
        }
        numbers.forEach((code, its) ->
                HospitalAlarm.offSeries(issuer, code, its.first(), its.size()).raise(alarms));
    }

    private static List<String> offFaces(Handle tx, int issuer, List<String> faces) {
        return tx.createQuery(
                        """
                        SELECT w.face FROM unnest(:faces) AS w(face)
                        LEFT JOIN LATERAL (
                            SELECT to_number, issuer FROM ledger_series s
                            WHERE s.code = left(w.face, 8) AND s.from_number <= right(w.face, 10)
                            ORDER BY s.from_number DESC LIMIT 1) r
                            ON r.to_number >= right(w.face, 10)
                        WHERE r.issuer <> :issuer OR (r.issuer IS NULL AND EXISTS (
                            SELECT FROM ledger_series s
                            WHERE s.code = left(w.face, 8) AND s.issuer = :issuer))
                        """)
                .bindArray("faces", String.class, faces)
                .bind("issuer", issuer)
                .mapTo(String.class)
                .list();
    }

    /** Whether Finance opens series for such bills. */
    private static boolean isNumbered(BillId id) {
        return id.kind() == BillId.Kind.FISCAL || id.kind() == BillId.Kind.PAPER;
    }
}
