package io.yipiao.gateway.intake;

import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.fingerprint.SaltedBill;
import io.yipiao.verifier.reader.BillLines;
import io.yipiao.verifier.reader.BillReader;
import io.yipiao.verifier.reader.JsonReader;
import io.yipiao.verifier.reader.LineSplitter;
import io.yipiao.verifier.reader.RawLine;
import io.yipiao.verifier.seal.BillSeal;
import io.yipiao.verifier.seal.SealedBill;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Reads an upload of bare bills, which the gateway seals with the issuer's key in its custody. A
 * faulty line is refused by itself; the rest is frozen in batches as it comes.
 */
final class PlainUpload {
    /** A batch is frozen at this many bills, or at this many bytes of lines, whichever is first. */
    private static final int BILLS = 2_000;

    private static final long BYTES = 16L << 20;

    private final Intake intake;
    private final UUID upload;
    private final int issuer;
    private final SealingKeys.InCustody custody;
    private final Consumer<Outcome> answers;
    private final RefusedLines refused;

    PlainUpload(
            Intake intake,
            RefusedLines refused,
            UUID upload,
            int issuer,
            SealingKeys.InCustody custody,
            Consumer<Outcome> answers) {
        this.intake = intake;
        this.refused = refused;
        this.upload = upload;
        this.issuer = issuer;
        this.custody = custody;
        this.answers = answers;
    }

    /** Reads all lines, freezing batches on the way; of a cut upload, the lines that came whole. */
    void read(LineSplitter lines) throws IOException {
        List<RawLine> portion = new ArrayList<>();
        try {
            read(lines, portion);
        } catch (IOException e) {
            freeze(portion);
            throw e;
        }
        freeze(portion);
    }

    private void read(LineSplitter lines, List<RawLine> portion) throws IOException {
        long bytes = 0;
        for (Optional<RawLine> line = lines.next(); line.isPresent(); line = lines.next()) {
            portion.add(line.get());
            bytes += line.get().length();
            if (portion.size() == BILLS || bytes >= BYTES) {
                freeze(portion);
                portion.clear();
                bytes = 0;
            }
        }
    }

    private void freeze(List<RawLine> portion) {
        if (portion.isEmpty()) {
            return;
        }
        // Hashing and signing fill the cores; the order of the lines is kept.
        List<Checked> checked = portion.parallelStream().map(this::check).toList();
        List<ReadyBill> bills = new ArrayList<>();
        List<Outcome> faulty = new ArrayList<>();
        for (Checked line : checked) {
            switch (line) {
                case Checked.Ready ready -> bills.add(ready.bill());
                case Checked.Faulty fault -> faulty.add(fault.outcome());
            }
        }
        List<Outcome> outcomes =
                intake.freeze(upload, custody.keySeq(), custody.key(), bills, faulty);
        refused.keep(upload, refused(portion, outcomes));
        outcomes.forEach(answers);
    }

    private static List<RawLine> refused(List<RawLine> portion, List<Outcome> outcomes) {
        Set<Long> numbers =
                outcomes.stream()
                        .filter(outcome -> outcome instanceof Outcome.Refused)
                        .map(Outcome::line)
                        .collect(Collectors.toSet());
        return portion.stream().filter(line -> numbers.contains(line.number())).toList();
    }

    /** A line after its check. */
    private sealed interface Checked {
        record Ready(ReadyBill bill) implements Checked {}

        record Faulty(Outcome.Refused outcome) implements Checked {}
    }

    private Checked check(RawLine line) {
        Optional<BillId> id = Optional.empty();
        try {
            if (!line.isWhole()) {
                throw new FieldException(
                        "line", "at most " + BillLines.LONGEST_LINE + " bytes", "a longer line");
            }
            var members = JsonReader.readObject(line.bytes());
            if (members.has("id")) {
                id = Optional.of(BillReader.id(members.object("id")));
            }
            Bill bill = BillReader.read(members);
            if (bill.issuer().number() != issuer) {
                throw new FieldException(
                        "issuer.number",
                        issuer + ", the issuer that uploads",
                        Integer.toString(bill.issuer().number()));
            }
            SaltedBill salted = SaltedBill.of(bill, custody.saltKey());
            SealedBill sealed =
                    new SealedBill(salted, BillSeal.make(custody.key(), salted.fingerprint()));
            return new Checked.Ready(ReadyBill.of(line.number(), sealed));
        } catch (FieldException e) {
            return new Checked.Faulty(new Outcome.Refused(line.number(), id, e));
        }
    }
}
