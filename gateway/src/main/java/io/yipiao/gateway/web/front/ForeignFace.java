package io.yipiao.gateway.web.front;

import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.web.Visit;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.qr.Face;
import io.yipiao.verifier.verdict.Verdict;
import io.yipiao.verifier.verdict.VerdictKind;

import java.util.function.Predicate;

/**
 * What a bill says of itself that may be filed as one from elsewhere: one of a foreign code, or one
 * that was typed and is not known here. All of it is empty where nothing was read.
 *
 * @param offered whether this visitor may file it
 * @param scanned whether it is known to be from elsewhere
 */
public record ForeignFace(
        boolean offered,
        boolean scanned,
        String code,
        String number,
        String check,
        String total,
        String date) {
    private static final ForeignFace NONE = new ForeignFace(false, false, "", "", "", "", "");

    /**
     * What may be filed of a verdict.
     *
     * @param filed whether something keeps another filing of a bill out
     */
    static ForeignFace of(Visit visit, Verdict verdict, Predicate<BillId> filed) {
        boolean may = visit.visitor().isEmpty() || visit.is(Role.CITIZEN) || visit.is(Role.AGENT);
        if (!may) {
            return NONE;
        }
        if (verdict instanceof Verdict.Elsewhere elsewhere) {
            boolean free = elsewhere.kind() == VerdictKind.ELSEWHERE && !isFiled(verdict, filed);
            return free ? scanned(elsewhere.face()) : NONE;
        }
        return verdict.kind() == VerdictKind.UNKNOWN && !visit.form().text("number").isEmpty()
                ? typed(visit)
                : NONE;
    }

    /** Whether a bill from elsewhere was filed here, so that it cannot be filed again. */
    static boolean isFiled(Verdict verdict, Predicate<BillId> filed) {
        return verdict instanceof Verdict.Elsewhere elsewhere
                && elsewhere.kind() == VerdictKind.ELSEWHERE
                && elsewhere.face().id().filter(filed).isPresent();
    }

    private static ForeignFace scanned(Face.Foreign face) {
        return new ForeignFace(
                true,
                true,
                face.id().map(id -> id.code()).orElse(""),
                face.id().map(id -> id.number()).orElse(""),
                face.checkCode().orElse(""),
                face.amount().map(Fen::yuan).orElse(""),
                face.date().map(Object::toString).orElse(""));
    }

    private static ForeignFace typed(Visit visit) {
        return new ForeignFace(
                true,
                false,
                visit.form().code("code"),
                visit.form().code("number"),
                visit.form().code("check"),
                visit.form().code("total"),
                visit.form().code("date"));
    }
}
