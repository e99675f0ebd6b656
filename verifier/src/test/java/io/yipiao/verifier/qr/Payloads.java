package io.yipiao.verifier.qr;

import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.bill.Relation;
import io.yipiao.verifier.canonical.Sm3;
import io.yipiao.verifier.fingerprint.Core;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.fingerprint.Salt;
import io.yipiao.verifier.seal.Seal;

import java.time.LocalDate;
import java.util.Optional;

/** QR payloads for tests; their seals are no signatures. */
public final class Payloads {
    public static final QrOrigin ORIGIN = new QrOrigin("HTTPS://BILLS.EXAMPLE.GOV.CN");

    private static final BillId ID = new BillId(BillId.Kind.FISCAL, "99060226", "0000000001");

    private Payloads() {}

    /** The shorter kind, 178 bytes. */
    public static QrPayload plain() {
        return payload(Optional.empty());
    }

    /** The longer kind, 189 bytes: it names the bill that it replaces. */
    public static QrPayload related() {
        return payload(Optional.of(new Relation(Relation.Kind.REPLACES, ID)));
    }

    /** The longest text there is. */
    public static QrText longest() {
        try {
            return QrText.of(QrOrigin.ofHost("a".repeat(QrOrigin.LONGEST_HOST)), related());
        } catch (FieldException e) {
            throw new IllegalStateException(e);
        }
    }

    private static QrPayload payload(Optional<Relation> relation) {
        byte[] seal = new byte[Seal.LENGTH];
        java.util.Arrays.fill(seal, (byte) 0xa5);
        Core core =
                new Core(
                        ID,
                        1,
                        new Fen(335_430),
                        new Fen(335_430),
                        LocalDate.of(2026, 9, 13),
                        relation);
        Opening opening =
                new Opening(
                        core,
                        Salt.of(new byte[Salt.LENGTH]),
                        new Sm3("person").digest(),
                        new Sm3("root").digest());
        return new QrPayload(1, opening, Seal.of(seal));
    }
}
