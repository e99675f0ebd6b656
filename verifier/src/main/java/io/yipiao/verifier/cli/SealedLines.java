package io.yipiao.verifier.cli;

import io.yipiao.verifier.batch.SealedUploadReader;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;
import io.yipiao.verifier.reader.LineSplitter;
import io.yipiao.verifier.reader.RawLine;
import io.yipiao.verifier.seal.SealedBill;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A bill's line in a file: a sealed upload, lines cut out of one, or one line alone. Its own seal
 * is not asked for, since it is compared with a code whose seal was checked.
 */
final class SealedLines {
    private SealedLines() {}

    /** The line of a bill; of a file with one line that one, whatever bill it says it is. */
    static SealedBill find(Path file, BillId id) throws InputException {
        try (InputStream in = InputFile.open(file)) {
            LineSplitter lines = new LineSplitter(in, SealedUploadReader.LONGEST_LINE);
            Optional<SealedBill> only = Optional.empty();
            int count = 0;
            for (Optional<RawLine> line = lines.next(); line.isPresent(); line = lines.next()) {
                Optional<SealedBill> sealed = read(line.get());
                if (sealed.filter(found -> found.bill().bill().id().equals(id)).isPresent()) {
                    return sealed.get();
                }
                count += sealed.isPresent() ? 1 : 0;
                only = sealed.isPresent() ? sealed : only;
            }
            if (count == 1 && only.isPresent()) {
                return only.get();
            }
            throw new InputException(
                    file + " 里没有票据 " + id, "the bill " + id + " is not in " + file);
        } catch (FieldException e) {
            throw new InputException(
                    file + " 不合规格：" + e.getMessage(),
                    file + " is not of its form: " + e.getMessage(),
                    e);
        } catch (IOException e) {
            throw InputFile.unreadable(file, e);
        }
    }

    /** A bill's line; a header is none. */
    private static Optional<SealedBill> read(RawLine line) throws FieldException {
        if (!line.isWhole()) {
            throw new FieldException("line " + line.number(), "a shorter line", "a longer one");
        }
        Json.Members object = JsonReader.readObject(line.bytes());
        return object.has("bill") ? Optional.of(SealedBill.read(object)) : Optional.empty();
    }
}
