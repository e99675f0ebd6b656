package io.yipiao.network.bench.loop;

import io.yipiao.gateway.demo.DemonstrationBills;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.CanonicalForm;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.canonical.Sm3;
import io.yipiao.verifier.fees.HashTree;
import io.yipiao.verifier.fingerprint.SaltKey;
import io.yipiao.verifier.fingerprint.SaltedBill;
import io.yipiao.verifier.qr.PictureException;
import io.yipiao.verifier.qr.PictureReader;
import io.yipiao.verifier.qr.QrOrigin;
import io.yipiao.verifier.qr.QrPayload;
import io.yipiao.verifier.qr.QrSymbol;
import io.yipiao.verifier.qr.QrText;
import io.yipiao.verifier.seal.BillSeal;
import io.yipiao.verifier.seal.IssuerKey;
import io.yipiao.verifier.seal.Seal;
import io.yipiao.verifier.seal.SealException;
import io.yipiao.verifier.seal.SealPrivateKey;
import io.yipiao.verifier.seal.SealedBill;
import io.yipiao.verifier.seal.Suite;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** What is done for every bill. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Loops {
    private static final int LEAVES = 1_000;

    /** The suite of the loops that seal; the others are the same under both. */
    @Param({"SM2", "ES256"})
    private Suite suite = Suite.SM2;

    private final Bill bill = DemonstrationBills.stay();
    private final byte[] kilobyte = new byte[1_024];
    private final SaltKey saltKey = SaltKey.of(new byte[32]);
    private final SaltedBill salted = SaltedBill.of(bill, saltKey);
    private final List<Digest> leaves =
            IntStream.range(0, LEAVES).mapToObj(i -> Sm3.of(new byte[] {(byte) i})).toList();
    private @Nullable SealPrivateKey key;
    private @Nullable SealedBill sealed;
    private @Nullable QrText text;
    private byte[] picture = {};

    @Setup
    public void seal() throws FieldException {
        key = SealPrivateKey.generate(suite, IssuerKey.standardUserId(), new SecureRandom());
        sealed = SealedBill.make(salted, key);
        text =
                QrText.of(
                        QrOrigin.of("https://bills.example.org"),
                        new QrPayload(1, salted.opening(), sealed.seal()));
        picture = QrSymbol.of(text).png(6);
    }

    @Benchmark
    public byte[] canonicalFormOfABill() {
        return Jcs.bytes(CanonicalForm.bill(bill));
    }

    @Benchmark
    public Digest sm3OfAKilobyte() {
        return Sm3.of(kilobyte);
    }

    @Benchmark
    public SaltedBill fingerprintOfABill() {
        return SaltedBill.of(bill, saltKey);
    }

    @Benchmark
    public SealedBill sealedBillRead() throws FieldException {
        return SealedBill.parse(Objects.requireNonNull(sealed).bytes());
    }

    @Benchmark
    public Digest treeOfAThousand() {
        return HashTree.root(leaves);
    }

    @Benchmark
    public Seal sealMade() {
        return BillSeal.make(Objects.requireNonNull(key), salted.fingerprint());
    }

    @Benchmark
    public void sealChecked() throws SealException {
        BillSeal.check(
                Objects.requireNonNull(key).publicKey(),
                salted.fingerprint(),
                Objects.requireNonNull(sealed).seal());
    }

    @Benchmark
    public QrSymbol qrMade() {
        return QrSymbol.of(Objects.requireNonNull(text));
    }

    @Benchmark
    public String qrRead() throws PictureException {
        return PictureReader.read(picture);
    }
}
