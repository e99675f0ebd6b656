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

    private final Bill bill = DemonstrationBills.stay();
    private final byte[] kilobyte = new byte[1_024];
    private final SaltKey saltKey = SaltKey.of(new byte[32]);
    private final SaltedBill salted = SaltedBill.of(bill, saltKey);
    private final List<Digest> leaves =
            IntStream.range(0, LEAVES).mapToObj(i -> Sm3.of(new byte[] {(byte) i})).toList();
    private @Nullable SealedBill sealed;
    private @Nullable QrText text;
    private byte[] picture = {};

    /** A hospital's key, of either suite. */
    @State(Scope.Benchmark)
    public static class Sealer {
        @Param({"SM2", "ES256"})
        private Suite suite = Suite.SM2;

        private @Nullable SealPrivateKey key;
        private @Nullable Seal seal;

        /** Makes the key, and the seal to be checked. */
        @Setup
        public void seal(Loops loops) {
            key = newKey(suite);
            seal = BillSeal.make(key, loops.salted.fingerprint());
        }
    }

    /** Makes what is read. */
    @Setup
    public void seal() throws FieldException {
        sealed = SealedBill.make(salted, newKey(Suite.SM2));
        text =
                QrText.of(
                        QrOrigin.of("https://bills.example.org"),
                        new QrPayload(1, salted.opening(), sealed.seal()));
        picture = QrSymbol.of(text).png(6);
    }

    private static SealPrivateKey newKey(Suite suite) {
        return SealPrivateKey.generate(suite, IssuerKey.standardUserId(), new SecureRandom());
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
    public Seal sealMade(Sealer sealer) {
        return BillSeal.make(Objects.requireNonNull(sealer.key), salted.fingerprint());
    }

    @Benchmark
    public void sealChecked(Sealer sealer) throws SealException {
        BillSeal.check(
                Objects.requireNonNull(sealer.key).publicKey(),
                salted.fingerprint(),
                Objects.requireNonNull(sealer.seal));
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
