package io.yipiao.verifier.cli;

import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Issuer;
import io.yipiao.verifier.fingerprint.Salt;
import io.yipiao.verifier.fingerprint.SaltKey;
import io.yipiao.verifier.fingerprint.SaltedBill;
import io.yipiao.verifier.fingerprint.Salts;
import io.yipiao.verifier.qr.QrPayload;
import io.yipiao.verifier.qr.QrText;
import io.yipiao.verifier.seal.IssuerKey;
import io.yipiao.verifier.seal.SealPrivateKey;
import io.yipiao.verifier.seal.SealedBill;
import io.yipiao.verifier.seal.Suite;
import io.yipiao.verifier.seal.TrustList;
import io.yipiao.verifier.seal.TrustedIssuer;
import io.yipiao.verifier.verdict.Comparison;
import io.yipiao.verifier.verdict.Difference;
import io.yipiao.verifier.verdict.Fact;
import io.yipiao.verifier.verdict.Field;
import io.yipiao.verifier.verdict.OfflineCheck;
import io.yipiao.verifier.verdict.PrintedFacts;
import io.yipiao.verifier.verdict.TypedFace;
import io.yipiao.verifier.verdict.VerdictKind;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs alterations of a sealed bill through the real checks, to see which of them notices. */
final class AlterationBench {
    private static final String HOST = "bills.example.gov.cn";

    private final TrustList list;
    private final Instant now;
    private final SealedBill sealed;
    private final QrPayload code;

    /**
     * Seals the bill with a new key; a second issuer, whom the forger names, has one of its own.
     */
    AlterationBench(Bill bill, Issuer second, Instant now, SecureRandom random) {
        SealPrivateKey key = key(random);
        this.now = now;
        this.list =
                new TrustList(
                        1,
                        now,
                        now.plus(Duration.ofDays(7)),
                        List.of(trusted(bill.issuer(), key), trusted(second, key(random))));
        byte[] salt = new byte[32];
        random.nextBytes(salt);
        this.sealed = SealedBill.make(SaltedBill.of(bill, SaltKey.of(salt)), key);
        this.code = new QrPayload(1, sealed.bill().opening(), sealed.seal());
    }

    AlterationRow run(Alteration alteration) {
        SaltedBill forged = new SaltedBill(alteration.bill(), saltsFor(alteration.bill()));
        QrPayload rewritten = new QrPayload(1, forged.opening(), sealed.seal());
        Comparison typed = Comparison.withFace(code, TypedFace.of(alteration.bill()));
        return new AlterationRow(
                alteration,
                verdict(rewritten),
                eye(forged),
                fields(typed),
                fields(Comparison.withFile(code, forged)));
    }

    /** The verdict on the code as the hospital made it. */
    VerdictKind untouched() {
        return verdict(code);
    }

    private VerdictKind verdict(QrPayload payload) {
        return OfflineCheck.check(new QrText(Optional.empty(), payload), list, now).kind();
    }

    /** The facts that the forged paper prints otherwise than the true code has them. */
    private List<Field> eye(SaltedBill forged) {
        List<Fact> proven =
                new PrintedFacts(sealed.bill().bill().issuer(), code.opening().core()).inOrder();
        List<Fact> printed = new PrintedFacts(forged.bill().issuer(), forged.core()).inOrder();
        return printed.stream().filter(fact -> !proven.contains(fact)).map(Fact::field).toList();
    }

    private static List<Field> fields(Comparison comparison) {
        return comparison.differences().stream().map(Difference::field).toList();
    }

    /** The forger has the true file: he keeps its salts, and makes one up for a line too many. */
    private Salts saltsFor(Bill forged) {
        Salts salts = sealed.bill().salts();
        List<Salt> leaves = new ArrayList<>(salts.leaves());
        while (leaves.size() <= forged.lines().size()) {
            leaves.add(Salt.of(new byte[Salt.LENGTH]));
        }
        return new Salts(
                salts.core(), salts.person(), leaves.subList(0, forged.lines().size() + 1));
    }

    private static SealPrivateKey key(SecureRandom random) {
        return SealPrivateKey.generate(Suite.SM2, IssuerKey.standardUserId(), random);
    }

    private static TrustedIssuer trusted(Issuer issuer, SealPrivateKey key) {
        return new TrustedIssuer(issuer, HOST, List.of(IssuerKey.of(1, key.publicKey())));
    }
}
