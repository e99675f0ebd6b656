package io.yipiao.verifier.verdict;

import io.yipiao.verifier.bill.Relation;
import io.yipiao.verifier.fingerprint.Core;
import io.yipiao.verifier.qr.Face;
import io.yipiao.verifier.qr.FaceReader;
import io.yipiao.verifier.qr.PictureException;
import io.yipiao.verifier.qr.QrPayload;
import io.yipiao.verifier.qr.QrText;
import io.yipiao.verifier.seal.IssuerKey;
import io.yipiao.verifier.seal.SealException;
import io.yipiao.verifier.seal.TrustList;
import io.yipiao.verifier.seal.TrustedIssuer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks a QR code against a trust list, asking nobody. Its best answer is NO_LEDGER: the seal
 * holds, compare the facts with the paper. The others are UNREAD, ALTERED, UNKNOWN, REVOKED (as of
 * the list; an anchor receipt overrules, see {@link OnlineCheck#anchored}) and, for the code of a
 * bill issued elsewhere, ELSEWHERE.
 */
public final class OfflineCheck {
    private OfflineCheck() {}

    /** Checks any scanned text. */
    public static Verdict check(String scanned, TrustList list, Instant now) {
        return switch (FaceReader.read(scanned)) {
            case Face.Own own -> check(own.text(), list, now);
            case Face.Garbled garbled -> unread(Remarks.unread(garbled.fault()));
            case Face.Unknown unknown -> unread(Remarks.NOT_A_BILL_CODE);
            case Face.Foreign foreign ->
                    new Verdict.Elsewhere(
                            VerdictKind.ELSEWHERE,
                            List.of(Remarks.FOREIGN),
                            List.of(Remarks.NOT_ASKED),
                            List.of(),
                            foreign);
        };
    }

    /** The verdict on a picture that gave no text; the reason says how to take a better one. */
    public static Verdict unread(PictureException.Fault fault) {
        return unread(Remarks.unread(fault));
    }

    /** Checks a code of ours. */
    public static Verdict check(QrText text, TrustList list, Instant now) {
        QrPayload payload = text.payload();
        Core core = payload.opening().core();
        List<Remark> notices = new ArrayList<>();
        if (list.isStale(now)) {
            notices.add(Remarks.stale(list));
        }
        Optional<TrustedIssuer> issuer = list.issuer(core.issuer());
        if (issuer.isEmpty()) {
            return unknown(Remarks.unknownIssuer(list, core.issuer()), notices, payload);
        }
        Optional<IssuerKey> key = issuer.get().key(payload.keySeq());
        if (key.isEmpty()) {
            return unknown(
                    Remarks.unknownKey(list, core.issuer(), payload.keySeq()), notices, payload);
        }
        notices.addAll(beside(text, issuer.get(), key.get()));
        try {
            payload.checkSeal(key.get().key());
        } catch (SealException e) {
            return new Verdict.Unproven(
                    VerdictKind.ALTERED,
                    List.of(Remarks.SEAL_FAILS),
                    notices,
                    Optional.of(payload));
        }
        return sealed(new PrintedFacts(issuer.get().issuer(), core), key.get(), list, notices);
    }

    private static Verdict sealed(
            PrintedFacts facts, IssuerKey key, TrustList list, List<Remark> notices) {
        if (key.revokedAt().isPresent()) {
            return new Verdict.Revoked(List.of(Remarks.keyRevoked(list)), notices, key, facts);
        }
        Remark holds = Remarks.sealHolds(list, facts.issuer().name(), key.seq());
        return new Verdict.Proven(
                VerdictKind.NO_LEDGER,
                List.of(holds, Remarks.NOT_ASKED),
                notices,
                List.of(),
                facts,
                key);
    }

    /** What neither makes nor breaks the seal, and must be said. */
    private static List<Remark> beside(QrText text, TrustedIssuer issuer, IssuerKey key) {
        List<Remark> notices = new ArrayList<>();
        text.origin()
                .filter(origin -> !origin.host().equals(issuer.host()))
                .ifPresent(origin -> notices.add(Remarks.otherHost(origin, issuer.host())));
        key.suspectSince().ifPresent(since -> notices.add(Remarks.suspectKey(key, since)));
        text.payload()
                .opening()
                .core()
                .relation()
                .filter(relation -> relation.kind() == Relation.Kind.REVERSES)
                .ifPresent(relation -> notices.add(Remarks.IS_RED_BILL));
        return notices;
    }

    private static Verdict unread(Remark reason) {
        return new Verdict.Unproven(
                VerdictKind.UNREAD, List.of(reason), List.of(), Optional.empty());
    }

    private static Verdict unknown(Remark reason, List<Remark> notices, QrPayload payload) {
        return new Verdict.Unproven(
                VerdictKind.UNKNOWN, List.of(reason), notices, Optional.of(payload));
    }
}
