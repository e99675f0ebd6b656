package io.yipiao.verifier.cli;

import io.yipiao.verifier.batch.Batch;
import io.yipiao.verifier.batch.UploadHeader;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.fingerprint.Fingerprint;
import io.yipiao.verifier.fingerprint.SaltKey;
import io.yipiao.verifier.fingerprint.SaltedBill;
import io.yipiao.verifier.qr.QrOrigin;
import io.yipiao.verifier.qr.QrPayload;
import io.yipiao.verifier.qr.QrText;
import io.yipiao.verifier.reader.BillLine;
import io.yipiao.verifier.reader.BillLines;
import io.yipiao.verifier.seal.IssuerKey;
import io.yipiao.verifier.seal.SealedBill;
import io.yipiao.verifier.seal.SigningKey;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Seals bills as they pass, one in memory at a time. The header stands first and needs the root, so
 * the lines wait in a file beside the upload, which appears whole or not at all.
 */
final class BillSealer {
    private static final int MOST_FAULTS_SHOWN = 20;
    private static final int PROGRESS = 1000;

    private final SigningKey key;
    private final SaltKey saltKey;
    private final IssuerKey record;
    private final QrOrigin origin;
    private final Console console;

    private final List<Fingerprint> leaves = new ArrayList<>();
    private final List<String> codes = new ArrayList<>();
    private final Set<BillId> seen = new HashSet<>();
    private int issuer;
    private int faults;

    BillSealer(KeyFolder keys, SigningKey key, QrOrigin origin, Console console)
            throws InputException {
        this.key = key;
        this.saltKey = keys.saltKey();
        this.record = keys.record();
        this.origin = origin;
        this.console = console;
    }

    /** Seals all bills and answers how many they were. */
    int seal(InputStream in, Path upload, Path texts) throws IOException, InputException {
        Path waiting = upload.resolveSibling(upload.getFileName() + ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(OutputFile.openSecret(waiting))) {
                sealLines(new BillLines(in), out);
            }
            checkWhole();
            OutputFile.write(texts, String.join("", codes).getBytes(StandardCharsets.US_ASCII));
            try (OutputStream out = OutputFile.openSecret(upload)) {
                Batch batch = new Batch(issuer, leaves);
                out.write(UploadHeader.make(batch.header(), record.seq(), key).bytes());
                out.write('\n');
                Files.copy(waiting, out);
            }
        } finally {
            Files.deleteIfExists(waiting);
        }
        return leaves.size();
    }

    private void sealLines(BillLines lines, OutputStream out) throws IOException, InputException {
        for (Optional<BillLine> line = lines.next(); line.isPresent(); line = lines.next()) {
            switch (line.get()) {
                case BillLine.Good good -> seal(good, out);
                case BillLine.Faulty faulty -> fault(faulty.message(), faulty.message());
            }
        }
    }

    private void seal(BillLine.Good line, OutputStream out) throws IOException, InputException {
        Bill bill = line.bill();
        if (issuer == 0) {
            issuer = bill.issuer().number();
        }
        if (bill.issuer().number() != issuer) {
            fault(
                    "第 " + line.number() + " 行：一批只能有一家开票单位，这张是另一家的",
                    "line " + line.number() + ": the bill is of another issuer than the first");
        } else if (!seen.add(bill.id())) {
            fault(
                    "第 " + line.number() + " 行：票据 " + bill.id() + " 前面已经有了",
                    "line " + line.number() + ": the bill " + bill.id() + " came before");
        } else {
            write(SealedBill.make(SaltedBill.of(bill, saltKey), key), out);
        }
    }

    private void write(SealedBill sealed, OutputStream out) throws IOException, InputException {
        if (leaves.size() == Batch.LARGEST) {
            throw new InputException(
                    "一批最多 " + Batch.LARGEST + " 张，请分成几个文件",
                    "a batch has at most " + Batch.LARGEST + " bills: split the file");
        }
        out.write(sealed.bytes());
        out.write('\n');
        leaves.add(sealed.bill().fingerprint());
        QrPayload payload = new QrPayload(record.seq(), sealed.bill().opening(), sealed.seal());
        codes.add(QrText.of(origin, payload).text() + "\n");
        if (leaves.size() % PROGRESS == 0) {
            console.note("已签 " + leaves.size() + " 张…", "sealed " + leaves.size() + " …");
        }
    }

    private void fault(String chinese, String english) {
        faults++;
        if (faults <= MOST_FAULTS_SHOWN) {
            console.note(chinese, english);
        }
    }

    private void checkWhole() throws InputException {
        if (faults > 0) {
            throw new InputException(
                    faults + " 行有错，什么都没有写；改好再来", faults + " faulty lines: nothing was written");
        }
        if (leaves.isEmpty()) {
            throw new InputException("文件里没有票据", "the file holds no bill");
        }
    }
}
