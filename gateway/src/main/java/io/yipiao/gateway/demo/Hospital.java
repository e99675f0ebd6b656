package io.yipiao.gateway.demo;

import io.yipiao.gateway.secrets.KeyFolder;
import io.yipiao.verifier.batch.Batch;
import io.yipiao.verifier.batch.SealedUploadWriter;
import io.yipiao.verifier.batch.UploadHeader;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.fingerprint.SaltKey;
import io.yipiao.verifier.fingerprint.SaltedBill;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.seal.BillSeal;
import io.yipiao.verifier.seal.IssuerKey;
import io.yipiao.verifier.seal.KeyEnrolment;
import io.yipiao.verifier.seal.SealPrivateKey;
import io.yipiao.verifier.seal.SealedBill;
import io.yipiao.verifier.seal.Suite;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.List;

/**
 * The demonstration hospital's own agent: it keeps its keys, seals its bills and builds its
 * batches; the gateway never sees a private key of it.
 */
public final class Hospital {
    private static final int KEY = 1;

    private final int issuer;
    private final SealPrivateKey key;
    private final SaltKey saltKey;

    private Hospital(int issuer, SealPrivateKey key, SaltKey saltKey) {
        this.issuer = issuer;
        this.key = key;
        this.saltKey = saltKey;
    }

    /** A hospital with new keys. */
    public static Hospital withNewKeys(int issuer, Suite suite) {
        SecureRandom random = new SecureRandom();
        byte[] salt = new byte[32];
        random.nextBytes(salt);
        return new Hospital(
                issuer,
                SealPrivateKey.generate(suite, IssuerKey.standardUserId(), random),
                SaltKey.of(salt));
    }

    /** The hospital whose keys lie in a folder; they are made there at the first start. */
    public static Hospital in(KeyFolder folder, int issuer, Suite suite) {
        try {
            return new Hospital(
                    issuer,
                    SealPrivateKey.ofScalar(
                            suite, IssuerKey.standardUserId(), folder.key("hospital-seal", 32)),
                    SaltKey.of(folder.key("hospital-salt", 32)));
        } catch (FieldException e) {
            throw new IllegalStateException("the hospital's key is no scalar of its curve", e);
        }
    }

    public int issuer() {
        return issuer;
    }

    /** What the ledger enrols. */
    public IssuerKey publicKey() {
        return IssuerKey.of(KEY, key.publicKey());
    }

    /** What it applies with: its key, and the proof that it holds it. */
    public Json.Members enrolment(String code) {
        return KeyEnrolment.make(code, publicKey(), key).json();
    }

    public SealedBill seal(Bill bill) {
        SaltedBill salted = SaltedBill.of(bill, saltKey);
        return new SealedBill(salted, BillSeal.make(key, salted.fingerprint()));
    }

    /** What the ledger takes of a batch. */
    public UploadHeader header(Batch batch) {
        return UploadHeader.make(batch.header(), KEY, key);
    }

    /** A sealed upload of some bills. */
    public byte[] upload(List<Bill> bills) {
        List<SealedBill> sealed = bills.stream().map(this::seal).toList();
        Batch batch = new Batch(issuer, sealed.stream().map(s -> s.bill().fingerprint()).toList());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            SealedUploadWriter writer = new SealedUploadWriter(out, header(batch));
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
