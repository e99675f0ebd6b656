package io.yipiao.verifier.batch;

import static io.yipiao.verifier.vectors.JsonEdit.with;

import io.yipiao.verifier.bill.Bills;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.fingerprint.Fingerprint;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.seal.IssuerKey;
import io.yipiao.verifier.seal.SealPrivateKey;
import io.yipiao.verifier.seal.SealedBill;
import io.yipiao.verifier.seal.Suite;
import io.yipiao.verifier.seal.TestBills;
import io.yipiao.verifier.seal.TestKeys;
import io.yipiao.verifier.vectors.FormatVectors;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The vectors of sealed-upload.json: an input is an upload's text and the record of the key that
 * its header names; expected are the fingerprints of its bills.
 */
class UploadVectorsTest extends FormatVectors {
    private static final SealPrivateKey KEY = TestKeys.named(Suite.SM2, "issuer 1");
    private static final String ONE = line(TestBills.sealed(Bills.outpatient(), KEY));
    private static final String OTHER =
            line(TestBills.sealed(Bills.renumbered(Bills.outpatient(), 3), KEY));

    UploadVectorsTest() {
        super("sealed-upload.json");
        String both = header(KEY) + ONE + OTHER;
        accepted("two bills", input(both));
        accepted("the last line without its end", input(both.stripTrailing()));
        accepted("line ends of two characters", input(both.replace("\n", "\r\n")));

        refused("nothing", "line 1", input(""));
        refused("a header only", "ends after 0 of 2", input(header(KEY)));
        refused("a bill too few", "ends after 1 of 2", input(header(KEY) + ONE));
        refused("a bill too many", "more bills", input(both + ONE));
        refused(
                "another order",
                "not those of the header's root",
                input(header(KEY) + OTHER + ONE));
        refused("a bill twice", "not those of the header's root", input(header(KEY) + ONE + ONE));
        refused(
                "an altered bill",
                "line 3: the bill's seal",
                input(both.replaceFirst("(?s)(.*)张示范", "$1张示例")));
        refused("a bill without a header", "line 1: bill", input(ONE + OTHER));
        refused(
                "another issuer in the header",
                "the batch's seal",
                input(both.replaceFirst("\"issuer\":1", "\"issuer\":2")));
        refused(
                "another size in the header",
                "the batch's seal",
                input(both.replaceFirst("\"size\":2", "\"size\":1")));
        refused(
                "another key than the header's",
                "the batch's seal",
                with(input(both), "key", record(TestKeys.named(Suite.SM2, "issuer 2"))));
        refused(
                "key number 0",
                "line 1: keySeq",
                input(both.replaceFirst("\"keySeq\":1", "\"keySeq\":0")));
        refused("size 0", "line 1: size", input(both.replaceFirst("\"size\":2", "\"size\":0")));
        refused(
                "size 32001",
                "line 1: size",
                input(both.replaceFirst("\"size\":2", "\"size\":32001")));
        refused("a header in another spelling", "line 1: json", input(" " + both));
        refused(
                "a bill in another spelling",
                "line 2: line",
                input(both.replaceFirst("\"bill\":", "\"bill\": ")));
        refused(
                "a field more in the header",
                "line 1: x",
                input(both.replaceFirst("\\}", ",\"x\":1}")));
    }

    @Override
    protected Json answer(Json.Members input) throws FieldException, UploadException, IOException {
        byte[] upload = input.text("upload").getBytes(StandardCharsets.UTF_8);
        SealedUploadReader reader = new SealedUploadReader(new ByteArrayInputStream(upload));
        reader.trust(IssuerKey.read(input.object("key")).key());
        List<String> fingerprints = new ArrayList<>();
        for (Optional<SealedBill> bill = reader.next(); bill.isPresent(); bill = reader.next()) {
            fingerprints.add(bill.get().bill().fingerprint().hex());
        }
        return Json.texts(fingerprints);
    }

    private static Json.Members input(String upload) {
        return Json.object().put("upload", upload).put("key", record(KEY)).end();
    }

    private static Json.Members record(SealPrivateKey key) {
        return IssuerKey.of(1, key.publicKey()).json();
    }

    private static String header(SealPrivateKey key) {
        List<Fingerprint> leaves =
                Stream.of(Bills.outpatient(), Bills.renumbered(Bills.outpatient(), 3))
                        .map(bill -> TestBills.sealed(bill, key).bill().fingerprint())
                        .toList();
        BatchHeader batch = new Batch(1, leaves).header();
        byte[] message = batch.message(key.publicKey());
        return text(new UploadHeader(batch, 1, TestKeys.sign(key, message)).bytes());
    }

    private static String line(SealedBill bill) {
        return text(bill.bytes());
    }

    private static String text(byte[] canonical) {
        return new String(canonical, StandardCharsets.UTF_8) + "\n";
    }
}
