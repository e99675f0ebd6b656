package io.yipiao.verifier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.verifier.batch.Batch;
import io.yipiao.verifier.bill.Bills;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.fingerprint.Fingerprint;
import io.yipiao.verifier.qr.QrText;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.receipt.Receipt;
import io.yipiao.verifier.receipt.TestOrganisation;
import io.yipiao.verifier.receipt.TestReading;
import io.yipiao.verifier.receipt.TestRoots;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

class ReceiptsTest {
    private static final TestOrganisation INSURANCE = TestOrganisation.of("InsuranceMSP");
    private static final TestOrganisation HOSPITAL = TestOrganisation.of("HospitalMSP");

    @TempDir Path folder;

    private Office office;

    @BeforeEach
    void open() {
        office = Office.open(folder, "SM2", Bills.sample(), Bills.outpatient(), Bills.numbered(3));
        office.write("roots", Jcs.text(TestRoots.json(INSURANCE, HOSPITAL)));
    }

    @Test
    void says_what_a_receipt_proves_and_what_not_in_either_language() {
        Path receipt = write("stamped", new TestReading());
        String english = check(receipt).ends(Exit.GOOD).out();
        assertTrue(english.startsWith("✓ The receipt is good. It proves:\n"), english);
        assertTrue(english.contains("reimbursed 1830.70 yuan of it under claim C-1"), english);
        assertTrue(english.contains("It does not prove:\n"), english);
        assertTrue(english.contains("that money arrived"), english);
        assertTrue(english.contains("  result digest: " + "3d".repeat(32)), english);
        Called chinese =
                Called.with(
                        "receipt", receipt, "--roots", office.file("roots"), "--language", "zh");
        assertTrue(chinese.ends(Exit.GOOD).out().contains("报销入账 1830.70 元"), chinese.out());
    }

    @Test
    void draws_a_receipt_as_one_code_and_reads_the_picture_and_its_text_back() {
        Path receipt = write("stamped", new TestReading());
        Path picture = office.file("stamped.png");
        String before = check(receipt).ends(Exit.GOOD).out();
        Called drawn =
                Called.with("receipt", receipt, "--roots", office.file("roots"), "--qr", picture);
        assertTrue(drawn.ends(Exit.GOOD).out().startsWith(before + "Its QR code, version "));
        assertEquals(before, check(picture).ends(Exit.GOOD).out());
        String text = Called.with("decode", picture).ends(Exit.GOOD).out();
        assertEquals(before, check(office.write("text", text)).ends(Exit.GOOD).out());
        Called again =
                Called.with("receipt", receipt, "--roots", office.file("roots"), "--qr", picture);
        assertTrue(again.ends(Exit.UNUSABLE).err().contains("not written over"));
    }

    @Test
    void says_so_where_no_code_holds_a_receipt() {
        String claim = noise(4_000);
        TestReading reading =
                new TestReading()
                        .calling("prove", TestReading.INDEX, "basic", claim)
                        .answering(TestReading.bill(TestReading.INDEX, "basic", claim));
        Path file = write("large", reading);
        Path picture = office.file("large.png");
        Called drawn =
                Called.with("receipt", file, "--roots", office.file("roots"), "--qr", picture);
        assertTrue(drawn.ends(Exit.UNUSABLE).err().contains("one QR code does not hold it"));
        assertTrue(drawn.out().startsWith("✓ The receipt is good."));
        assertFalse(Files.exists(picture));
    }

    @Test
    void takes_no_bills_code_for_a_receipt() {
        Path bill = office.file("codes").resolve(Bills.sample().id() + ".png");
        assertTrue(check(bill).ends(Exit.UNUSABLE).err().contains("is no receipt"));
    }

    @Test
    void ends_with_1_on_a_receipt_that_proves_nothing_and_with_2_on_none() {
        Path writing = write("writing", new TestReading().writing());
        assertTrue(check(writing).ends(Exit.BAD).out().startsWith("✕ The receipt proves nothing"));
        check(office.write("none", "{}")).ends(Exit.UNUSABLE);
        check(office.file("nowhere")).ends(Exit.UNUSABLE);
    }

    @Test
    void lets_a_batchs_receipt_overrule_a_revocation() throws FieldException {
        revoke();
        Batch batch = new Batch(1, fingerprints());
        Path receipt = write("batch.receipt", TestReading.ofBatch(batch.header().root().hex()));
        Path proof = proof("proof", batch, 1);
        Called good = verify(1, receipt, proof).ends(Exit.GOOD);
        assertTrue(good.out().startsWith("⚡ NO_LEDGER"), good.out());
        assertTrue(good.out().contains("registered before and stays good"));
        Called other = verify(0, receipt, proof).ends(Exit.BAD);
        assertTrue(other.out().startsWith("⚿ REVOKED"));
        assertTrue(other.err().contains("does not prove that it was anchored"));
        verify(1, write("refused", TestReading.ofBatch("00".repeat(32)).refusing()), proof)
                .ends(Exit.BAD);
    }

    @Test
    void says_whether_a_receipt_is_of_the_bill_whose_code_is_shown() throws FieldException {
        Batch batch = new Batch(1, fingerprints());
        Path receipt = write("batch.receipt", TestReading.ofBatch(batch.header().root().hex()));
        Path proof = proof("proof", batch, 1);
        String mine = verify("list.json", 1, receipt, proof).ends(Exit.GOOD).out();
        assertTrue(mine.contains("The receipt is of this bill:\n✓ The receipt is good."), mine);
        Called other = verify("list.json", 0, receipt, proof).ends(Exit.BAD);
        assertTrue(other.err().contains("does not prove that it was anchored"), other.err());
        Path stamp = write("stamp", new TestReading());
        Called another = verify("list.json", 1, stamp, proof).ends(Exit.BAD);
        assertTrue(another.err().contains("the receipt is of another bill"), another.err());
    }

    @Test
    void wants_the_roots_with_a_receipt() {
        Called called =
                Called.with(office.trusting("verify", office.text(0), "--receipt", "nowhere"));
        assertTrue(called.ends(Exit.UNUSABLE).err().contains("given together"));
    }

    /** Letters that no copying makes fewer. */
    private static String noise(int length) {
        return new Random(1)
                .ints(length, 0, 36)
                .mapToObj(digit -> Integer.toString(digit, 36))
                .collect(Collectors.joining());
    }

    private void revoke() {
        String key = office.read("hospital/key.json").strip();
        String revoked =
                key.substring(0, key.length() - 1) + ",\"revokedAt\":\"2026-09-14T00:00:00Z\"}";
        office.list("later.json", 8, revoked);
    }

    private List<Fingerprint> fingerprints() throws FieldException {
        List<Fingerprint> fingerprints = new java.util.ArrayList<>();
        for (int i = 0; i < 3; i++) {
            fingerprints.add(QrText.parse(office.text(i)).payload().fingerprint());
        }
        return fingerprints;
    }

    private Path proof(String name, Batch batch, int position) {
        List<String> siblings = batch.prove(position).siblings().stream().map(Digest::hex).toList();
        Json proof =
                Json.object().put("position", position).put("proof", Json.texts(siblings)).end();
        return office.write(name, Jcs.text(proof));
    }

    private Path write(String name, TestReading reading) {
        Receipt receipt = reading.receipt(INSURANCE.peer(), HOSPITAL.peer());
        return office.write(name, new String(receipt.bytes(), StandardCharsets.UTF_8));
    }

    private Called check(Path receipt) {
        return Called.with("receipt", receipt, "--roots", office.file("roots"));
    }

    private Called verify(int bill, Path receipt, Path proof) {
        return verify("later.json", bill, receipt, proof);
    }

    private Called verify(String list, int bill, Path receipt, Path proof) {
        return Called.with(
                "verify",
                office.text(bill),
                "--list",
                office.file(list),
                "--pin",
                office.pin(),
                "--receipt",
                receipt,
                "--roots",
                office.file("roots"),
                "--proof",
                proof);
    }
}
