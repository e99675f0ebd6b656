package io.yipiao.verifier.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.yipiao.verifier.bill.Bills;
import io.yipiao.verifier.fingerprint.Fingerprint;
import io.yipiao.verifier.fingerprint.SaltKey;
import io.yipiao.verifier.fingerprint.SaltedBill;
import io.yipiao.verifier.seal.IssuerKey;
import io.yipiao.verifier.seal.SealPrivateKey;
import io.yipiao.verifier.seal.SealedBill;
import io.yipiao.verifier.seal.Suite;
import io.yipiao.verifier.vectors.Refusals;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class SealedUploadTest {
    private final SealPrivateKey key =
            SealPrivateKey.generate(Suite.SM2, IssuerKey.standardUserId(), new SecureRandom());
    private final SaltKey salts = SaltKey.of(new byte[32]);
    private final List<SealedBill> bills =
            List.of(
                    SealedBill.make(SaltedBill.of(Bills.sample(), salts), key),
                    SealedBill.make(SaltedBill.of(Bills.outpatient(), salts), key));

    @Test
    void gives_every_bill_that_was_written() throws Exception {
        assertEquals(bills, read(upload(bills)));
    }

    @Test
    void takes_a_last_line_without_its_end() throws Exception {
        assertEquals(bills, read(upload(bills).stripTrailing()));
    }

    @Test
    void refuses_an_upload_without_a_bill_of_the_header() throws IOException {
        String upload = upload(bills);
        assertRefused("ends after 1 of 2", upload.substring(0, upload.lastIndexOf("{\"bill\"")));
    }

    @Test
    void refuses_a_bill_more_than_the_header_says() throws IOException {
        String upload = upload(bills);
        assertRefused("more bills", upload + upload.lines().toList().get(1) + "\n");
    }

    @Test
    void refuses_bills_in_another_order() throws IOException {
        List<String> lines = upload(bills).lines().toList();
        assertRefused(
                "not those of the header's root",
                String.join("\n", lines.get(0), lines.get(2), lines.get(1)));
    }

    @Test
    void refuses_a_bill_that_was_altered() throws IOException {
        assertRefused("line 2: the bill's seal", upload(bills).replaceFirst("张示范", "张示例"));
    }

    @Test
    void refuses_another_size_root_and_key_in_the_header() throws IOException {
        String upload = upload(bills);
        assertRefused("the batch's seal", upload.replaceFirst("\"size\":2", "\"size\":3"));
        assertRefused("the batch's seal", upload.replaceFirst("\"issuer\":1", "\"issuer\":2"));
    }

    @Test
    void refuses_another_spelling() throws IOException {
        String upload = upload(bills);
        assertRefused("line 1: json: expected canonical", upload.replaceFirst("\"issuer\"", " $0"));
        assertRefused("line 2: line: expected canonical", upload.replaceFirst("\"bill\"", " $0"));
    }

    @Test
    void refuses_a_bill_of_another_issuer() throws IOException {
        BatchHeader of2 = new BatchHeader(2, 2, batch().root());
        String upload = upload(UploadHeader.make(of2, 1, key), bills);
        assertRefused("bill.issuer.number", upload);
    }

    @Test
    void refuses_salts_that_are_too_few() throws IOException {
        String upload = upload(bills);
        assertRefused(
                "salts.leaves: expected 24 salts, found 23",
                upload.replaceFirst("\"leaves\":\\[\"[0-9a-f]{32}\",", "\"leaves\":["));
    }

    @Test
    void refuses_nothing_at_all() {
        assertRefused("found nothing", "");
        assertRefused("found nothing", "\n\n");
    }

    @Test
    void gives_nothing_before_a_key_is_trusted() throws Exception {
        SealedUploadReader reader = reader(upload(bills));
        assertThrows(IllegalStateException.class, reader::next);
    }

    @Test
    void is_not_written_with_other_bills_than_the_header_says() throws IOException {
        SealedUploadWriter writer =
                new SealedUploadWriter(
                        new ByteArrayOutputStream(), UploadHeader.make(batch(), 1, key));
        writer.add(bills.get(1));
        writer.add(bills.get(0));
        assertThrows(IllegalStateException.class, writer::finish);
    }

    private BatchHeader batch() {
        List<Fingerprint> leaves = bills.stream().map(bill -> bill.bill().fingerprint()).toList();
        return new Batch(1, leaves).header();
    }

    private String upload(List<SealedBill> written) throws IOException {
        return upload(UploadHeader.make(batch(), 1, key), written);
    }

    private static String upload(UploadHeader header, List<SealedBill> written) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SealedUploadWriter writer = new SealedUploadWriter(out, header);
        for (SealedBill bill : written) {
            writer.add(bill);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static SealedUploadReader reader(String upload) throws IOException, UploadException {
        return new SealedUploadReader(
                new ByteArrayInputStream(upload.getBytes(StandardCharsets.UTF_8)));
    }

    private List<SealedBill> read(String upload) throws IOException, UploadException {
        SealedUploadReader reader = reader(upload);
        reader.trust(key.publicKey());
        List<SealedBill> read = new ArrayList<>();
        for (Optional<SealedBill> bill = reader.next(); bill.isPresent(); bill = reader.next()) {
            read.add(bill.get());
        }
        return read;
    }

    private void assertRefused(String reason, String upload) {
        Refusals.assertRefused(UploadException.class, reason, () -> read(upload));
    }
}
