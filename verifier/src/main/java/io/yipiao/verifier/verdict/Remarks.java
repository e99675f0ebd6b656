package io.yipiao.verifier.verdict;

import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.qr.PictureException;
import io.yipiao.verifier.qr.QrOrigin;
import io.yipiao.verifier.qr.QrPayload;
import io.yipiao.verifier.seal.IssuerKey;
import io.yipiao.verifier.seal.TrustList;
import io.yipiao.verifier.verdict.Remark.Code;

import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** The sentences of the offline checks; those of the ledger stand with its rows. */
final class Remarks {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Bill.ZONE);

    static final Remark NOT_A_BILL_CODE =
            Remark.of(Code.NOT_A_BILL_CODE, "这不是票据上的二维码。", "This is not the code of a bill.");

    static final Remark SEAL_FAILS =
            Remark.of(
                    Code.SEAL_FAILS,
                    "开票单位的签名和二维码里的内容对不上。",
                    "The issuer's signature does not match the code's content.");

    static final Remark NOT_ASKED =
            Remark.of(
                    Code.NOT_ASKED,
                    "没有查账本，不知道有没有报销过。",
                    "The ledger was not asked, so whether it was claimed is not known.");

    static final Remark FOREIGN =
            Remark.of(
                    Code.FOREIGN,
                    "别处开的票据，二维码只有开码的单位能验。票面内容未核实，金额不作依据。",
                    "Issued elsewhere: only whoever made the code can check it. Nothing on it is"
                            + " verified, no amount is taken from it.");

    static final Remark IS_RED_BILL =
            Remark.of(
                    Code.IS_RED_BILL,
                    "这是一张红票，它冲掉了另一张票据，本身不能报销。",
                    "This is a red bill: it takes another back, and cannot be claimed itself.");

    private Remarks() {}

    /** A garbled scan is never an accusation, nor is a format that came after this program. */
    static Remark unread(FieldException fault) {
        return switch (fault.field()) {
            case QrPayload.CHECKSUM, "text", "base32", "origin" ->
                    Remark.of(
                            Code.GARBLED,
                            "二维码没有读全，或读错了字。",
                            "The code was not fully read, or some of it was misread.");
            case QrPayload.VERSION ->
                    Remark.of(
                            Code.OTHER_VERSION,
                            "二维码是另一个版本（" + fault.found() + "），请更新程序。",
                            "The code is of another version ("
                                    + fault.found()
                                    + "); update this"
                                    + " program.");
            default ->
                    Remark.of(
                            Code.MALFORMED,
                            "二维码的内容不合规格（" + fault.field() + "）。",
                            "The code's content is not of its form (" + fault.field() + ").");
        };
    }

    static Remark unread(PictureException.Fault fault) {
        return Remark.of(Code.NO_CODE, fault.chinese(), fault.english());
    }

    static Remark unknownIssuer(TrustList list, int issuer) {
        return Remark.of(
                Code.UNKNOWN_ISSUER,
                "第 %d 号信任清单里没有编号为 %d 的开票单位。".formatted(list.number(), issuer),
                "Trust list %d has no issuer of number %d.".formatted(list.number(), issuer));
    }

    static Remark unknownKey(TrustList list, int issuer, int seq) {
        return Remark.of(
                Code.UNKNOWN_KEY,
                "第 %d 号信任清单里，编号为 %d 的开票单位没有第 %d 把密钥。".formatted(list.number(), issuer, seq),
                "Trust list %d has no key %d of issuer %d.".formatted(list.number(), seq, issuer));
    }

    static Remark keyRevoked(TrustList list) {
        return Remark.of(
                Code.KEY_REVOKED,
                "按第 %d 号信任清单，签它的密钥已经作废；有上链凭证的，以凭证为准。".formatted(list.number()),
                "As of list %d its key was revoked; an anchor receipt overrules this."
                        .formatted(list.number()));
    }

    static Remark anchored() {
        return Remark.of(
                Code.ANCHORED,
                "签它的密钥后来作废了，但票据在作废前已经登记，仍然有效。",
                "Its key was revoked later; the bill was registered before and stays good.");
    }

    static Remark sealHolds(TrustList list, String issuer, int seq) {
        return Remark.of(
                Code.SEAL_HOLDS,
                "%s的签名有效（第 %d 号信任清单，第 %d 把密钥）。".formatted(issuer, list.number(), seq),
                "The seal of %s holds (trust list %d, key %d)."
                        .formatted(issuer, list.number(), seq));
    }

    static Remark stale(TrustList list) {
        String due = MINUTE.format(list.nextUpdate());
        return Remark.of(
                Code.STALE,
                "信任清单第 %d 号已过期（应在 %s 前更新），之后的变动这里不知道。".formatted(list.number(), due),
                "Trust list %d is stale (due for update by %s); what changed since is not known here."
                        .formatted(list.number(), due));
    }

    static Remark otherHost(QrOrigin found, String expected) {
        return Remark.of(
                Code.OTHER_HOST,
                "二维码打开的网址是 %s，这家单位登记的是 %s；网址不在签名之内，请勿打开。".formatted(found.host(), expected),
                "The code opens %s, this issuer's is %s; the address is not under the seal, do not"
                                .formatted(found.host(), expected)
                        + " open it.");
    }

    static Remark suspectKey(IssuerKey key, Instant since) {
        String from = MINUTE.format(since);
        return Remark.of(
                Code.SUSPECT_KEY,
                "第 %d 把密钥自 %s 起存疑，转人工核实。".formatted(key.seq(), from),
                "Key %d is under suspicion since %s: a person decides.".formatted(key.seq(), from));
    }
}
