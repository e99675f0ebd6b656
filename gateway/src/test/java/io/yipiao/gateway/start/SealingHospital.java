package io.yipiao.gateway.start;

import io.yipiao.verifier.batch.Batch;
import io.yipiao.verifier.batch.SealedUploadWriter;
import io.yipiao.verifier.batch.UploadHeader;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.fingerprint.SaltKey;
import io.yipiao.verifier.fingerprint.SaltedBill;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.seal.BillSeal;
import io.yipiao.verifier.seal.IssuerKey;
import io.yipiao.verifier.seal.KeyEnrolment;
import io.yipiao.verifier.seal.RotationRequest;
import io.yipiao.verifier.seal.SealPrivateKey;
import io.yipiao.verifier.seal.SealedBill;
import io.yipiao.verifier.seal.Suite;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.List;

/** An enrolled hospital that keeps its keys itself, and makes new ones. */
public final class SealingHospital {
    private static final SaltKey SALTS = SaltKey.of(new byte[32]);

    private final int issuer;
    private final SealPrivateKey first;

    private SealingHospital(int issuer, SealPrivateKey first) {
        this.issuer = issuer;
        this.first = first;
    }

    /** One that no other test has. */
    static SealingHospital at(RunningGateway world) {
        SealingHospital hospital = new SealingHospital(world.freeNumber(), newKey(Suite.SM2));
        world.enrol(
                RunningGateway.application(hospital.issuer)
                        .put("keys", List.of(hospital.enrolment()))
                        .end(),
                hospital.issuer);
        return hospital;
    }

    public static SealPrivateKey newKey(Suite suite) {
        return SealPrivateKey.generate(suite, IssuerKey.standardUserId(), new SecureRandom());
    }

    public int issuer() {
        return issuer;
    }

    /** The key that it was enrolled with. */
    public SealPrivateKey first() {
        return first;
    }

    private Json.Members enrolment() {
        IssuerKey key = IssuerKey.of(1, first.publicKey());
        return KeyEnrolment.make(RunningGateway.code(issuer), key, first).json();
    }

    /** Its request for a second key, for which the first one vouches. */
    public RotationRequest renewal(SealPrivateKey renewed) {
        return renewal(1, first, renewed);
    }

    /** The same, vouched for by another key. */
    public RotationRequest renewal(int keySeq, SealPrivateKey voucher, SealPrivateKey renewed) {
        return RotationRequest.make(
                issuer, keySeq, voucher, IssuerKey.of(2, renewed.publicKey()), renewed);
    }

    /** Bills that one of its keys seals, as a file. */
    public byte[] upload(int keySeq, SealPrivateKey key, List<Bill> bills) {
        List<SealedBill> sealed =
                bills.stream()
                        .map(bill -> SaltedBill.of(bill, SALTS))
                        .map(bill -> new SealedBill(bill, BillSeal.make(key, bill.fingerprint())))
                        .toList();
        Batch batch = new Batch(issuer, sealed.stream().map(s -> s.bill().fingerprint()).toList());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            SealedUploadWriter writer =
                    new SealedUploadWriter(out, UploadHeader.make(batch.header(), keySeq, key));
            for (SealedBill bill : sealed) {
                writer.add(bill);
            }
            writer.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
