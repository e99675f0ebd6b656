package io.yipiao.verifier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.verifier.batch.SealedUploadReader;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Bills;
import io.yipiao.verifier.bill.Issuer;
import io.yipiao.verifier.seal.SealPublicKey;
import io.yipiao.verifier.seal.SealedBill;

import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

class SealingTest {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"SM2", "ES256"})
    void makes_a_key_whose_certificate_verifies(String suite) throws Exception {
        Path keys = folder.resolve("keys");
        Called.with("key", keys, "--suite", suite, "--name", "示范市人民医院", "--days", 30)
                .ends(Exit.GOOD);
        var provider = new BouncyCastleProvider();
        try (InputStream in = Files.newInputStream(keys.resolve(KeyFolder.CERTIFICATE))) {
            X509Certificate certificate =
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509", provider)
                                    .generateCertificate(in);
            certificate.verify(certificate.getPublicKey(), provider);
            assertEquals("CN=示范市人民医院", certificate.getSubjectX500Principal().getName());
            SealPublicKey record = new KeyFolder(keys).record().key();
            assertTrue(
                    java.util.Arrays.equals(
                            record.spki(), certificate.getPublicKey().getEncoded()));
        }
    }

    @Test
    void keeps_secrets_to_their_owner() throws Exception {
        Office office = Office.open(folder);
        for (String secret : List.of("hospital/seal.key", "hospital/salt.key", "upload.ndjson")) {
            assertEquals("rw-------", permissions(office.file(secret)));
        }
        assertEquals("rwx------", permissions(office.file("hospital")));
        assertFalse(office.read("hospital/key.json").contains("salt"));
    }

    @Test
    void writes_over_nothing() {
        Office office = Office.open(folder);
        String key = office.read("hospital/seal.key");
        Called.with("key", office.file("hospital"), "--name", "x").ends(Exit.UNUSABLE);
        assertEquals(key, office.read("hospital/seal.key"));
        assertTrue(office.seal().ends(Exit.UNUSABLE).err().contains("exists already"));
    }

    @Test
    void seals_an_upload_that_reads_back_whole() throws Exception {
        Office office = Office.open(folder);
        List<SealedBill> sealed = new ArrayList<>();
        try (InputStream in = Files.newInputStream(office.file("upload.ndjson"))) {
            SealedUploadReader reader = new SealedUploadReader(in);
            reader.trust(new KeyFolder(office.file("hospital")).record().key());
            for (Optional<SealedBill> next = reader.next();
                    next.isPresent();
                    next = reader.next()) {
                sealed.add(next.get());
            }
        }
        assertEquals(
                List.of(Bills.sample(), Bills.outpatient()),
                sealed.stream().map(each -> each.bill().bill()).toList());
        assertEquals(2, office.read("texts").lines().count());
        assertFalse(Files.exists(office.file("upload.ndjson.part")));
    }

    @Test
    void writes_nothing_if_one_line_is_faulty_and_names_each() {
        Issuer other = new Issuer(2, "H99010100002", "示范市中医院");
        Bill sample = Bills.sample();
        String lines =
                Office.lines(sample, sample, Bills.issuedBy(Bills.outpatient(), other)) + "{}\n";
        Office office = Office.open(folder);
        office.write("faulty.ndjson", lines);
        Called called =
                Called.with(
                                "seal",
                                office.file("faulty.ndjson"),
                                "--keys",
                                office.file("hospital"),
                                "--host",
                                Office.HOST,
                                "--out",
                                office.file("faulty.upload"),
                                "--texts",
                                office.file("faulty.texts"))
                        .ends(Exit.UNUSABLE);
        assertTrue(called.err().contains("line 2: the bill 99060226-0000000001 came before"));
        assertTrue(called.err().contains("line 3: the bill is of another issuer"));
        assertTrue(called.err().contains("line 4: "));
        assertTrue(called.err().contains("3 faulty lines: nothing was written"));
        for (String name : List.of("faulty.upload", "faulty.upload.part", "faulty.texts")) {
            assertFalse(Files.exists(office.file(name)), name);
        }
    }

    @Test
    void refuses_keys_of_others_and_hosts_that_do_not_fit() throws Exception {
        Office office = Office.open(folder);
        Called.with("key", office.file("other"), "--name", "x").ends(Exit.GOOD);
        Files.copy(
                office.file("other/key.json"),
                office.file("hospital/key.json"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Called wrong = office.seal().ends(Exit.UNUSABLE);
        assertTrue(wrong.err().contains("expected the private key of key.json"), wrong.err());
        Called host =
                Called.with(
                        "seal",
                        office.file("bills.ndjson"),
                        "--keys",
                        office.file("other"),
                        "--host",
                        "a".repeat(39),
                        "--out",
                        office.file("o"),
                        "--texts",
                        office.file("t"));
        assertTrue(host.ends(Exit.UNUSABLE).err().contains("at most 38 characters"));
    }

    @Test
    void draws_a_picture_a_bill_by_its_number() throws Exception {
        Office office = Office.open(folder);
        try (Stream<Path> files = Files.list(office.file("codes"))) {
            assertEquals(
                    List.of(
                            "99060226-0000000001.png",
                            "99060226-0000000001.svg",
                            "99060226-0000000002.png",
                            "99060226-0000000002.svg"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        Called decoded = Called.with("decode", office.file("codes/" + Office.PICTURE));
        assertEquals(office.text(0) + "\n", decoded.ends(Exit.GOOD).out());
        office.write("bad", "HTTPS://X/Q/AAAA\n");
        Called bad = Called.with("qr", office.file("bad"), "--out", office.file("codes"));
        assertTrue(bad.ends(Exit.UNUSABLE).err().contains("line 1 is no QR text"));
    }

    private static String permissions(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
