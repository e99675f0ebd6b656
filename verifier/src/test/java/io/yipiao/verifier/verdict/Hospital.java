package io.yipiao.verifier.verdict;

import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Bills;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.bill.Issuer;
import io.yipiao.verifier.fingerprint.SaltKey;
import io.yipiao.verifier.fingerprint.SaltedBill;
import io.yipiao.verifier.qr.QrOrigin;
import io.yipiao.verifier.qr.QrPayload;
import io.yipiao.verifier.qr.QrText;
import io.yipiao.verifier.seal.BillSeal;
import io.yipiao.verifier.seal.IssuerKey;
import io.yipiao.verifier.seal.SealPrivateKey;
import io.yipiao.verifier.seal.Suite;
import io.yipiao.verifier.seal.TrustList;
import io.yipiao.verifier.seal.TrustedIssuer;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A hospital with two keys, that seals bills, and the trust lists that name it. */
public final class Hospital {
    public static final Instant ISSUED = Instant.parse("2026-09-01T00:00:00Z");
    public static final Instant NEXT_UPDATE = Instant.parse("2026-10-01T00:00:00Z");
    public static final Instant NOW = Instant.parse("2026-09-15T08:00:00Z");
    public static final Instant INCIDENT = Instant.parse("2026-09-10T00:00:00Z");
    public static final String HOST = "bills.example.gov.cn";

    private static final SealPrivateKey SM2 =
            SealPrivateKey.generate(Suite.SM2, IssuerKey.standardUserId(), new SecureRandom());
    private static final SealPrivateKey ES256 =
            SealPrivateKey.generate(Suite.ES256, new byte[0], new SecureRandom());
    private static final SaltKey SALT_KEY = SaltKey.of(new byte[32]);

    private Hospital() {}

    /** The bill with its salts. */
    public static SaltedBill salted(Bill bill) {
        return SaltedBill.of(bill, SALT_KEY);
    }

    /** The code of a bill sealed with the hospital's SM2 key, number 1. */
    public static QrText code(Bill bill) {
        return code(bill, 1, SM2);
    }

    /** The code of a bill sealed with the hospital's ES256 key, number 2. */
    public static QrText codeOfSecondKey(Bill bill) {
        return code(bill, 2, ES256);
    }

    /** Both keys in use. */
    public static TrustList list() {
        return list(IssuerKey.of(1, SM2.publicKey()), IssuerKey.of(2, ES256.publicKey()));
    }

    /** The first key was revoked. */
    public static TrustList listAfterRevocation() {
        return list(
                new IssuerKey(1, SM2.publicKey(), Optional.of(INCIDENT), Optional.empty()),
                IssuerKey.of(2, ES256.publicKey()));
    }

    /** The first key is under suspicion. */
    public static TrustList listUnderSuspicion() {
        return list(
                new IssuerKey(1, SM2.publicKey(), Optional.empty(), Optional.of(INCIDENT)),
                IssuerKey.of(2, ES256.publicKey()));
    }

    /** Only the first key is known. */
    public static TrustList listOfFirstKey() {
        return list(IssuerKey.of(1, SM2.publicKey()));
    }

    private static TrustList list(IssuerKey... keys) {
        Issuer issuer = Bills.sample().issuer();
        TrustedIssuer trusted = new TrustedIssuer(issuer, HOST, List.of(keys));
        return new TrustList(7, ISSUED, NEXT_UPDATE, List.of(trusted));
    }

    private static QrText code(Bill bill, int seq, SealPrivateKey key) {
        SaltedBill salted = salted(bill);
        QrPayload payload =
                new QrPayload(seq, salted.opening(), BillSeal.make(key, salted.fingerprint()));
        try {
            return QrText.of(QrOrigin.ofHost(HOST), payload);
        } catch (FieldException e) {
            throw new IllegalStateException(e);
        }
    }
}
