package io.yipiao.verifier.verdict;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;
import io.yipiao.verifier.receipt.BillState;
import io.yipiao.verifier.receipt.ShareState;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What there is to say of each kind of answer that a receipt may hold. */
enum ReceiptText {
    BATCH,
    AWAITING,
    OPEN,
    REVERSED,
    CONFLICT,
    ALIAS,
    PAPER_CONFLICT,
    NONE,
    HELD,
    STAMPED,
    RELEASED,
    RECOVERING,
    REPAID,
    OFFSET,
    WRITTEN_OFF,
    ATTESTED,
    ALWAYS;

    private static final Pattern NAME = Pattern.compile("\\{([a-zA-Z]+)\\}");
    private static final Json.Members TEXTS = texts();

    /** A paper whose content is in conflict points at a bill all the same. */
    static ReceiptText of(BillState state, boolean isPaper) {
        return isPaper && state == BillState.CONFLICT ? PAPER_CONFLICT : valueOf(state.name());
    }

    static ReceiptText of(ShareState state) {
        return valueOf(state.name());
    }

    /** What it proves, each {name} replaced by its value. */
    Sentence proves(Map<String, String> values) {
        Sentence text = sentence("proves");
        return new Sentence(fill(text.chinese(), values), fill(text.english(), values));
    }

    /** What it does not prove. */
    Sentence leavesOpen() {
        return sentence("not");
    }

    private Sentence sentence(String which) {
        try {
            Json.Members text = TEXTS.object(name()).object(which);
            return new Sentence(text.text("chinese"), text.text("english"));
        } catch (FieldException e) {
            throw new IllegalStateException("receipts.json, " + name(), e);
        }
    }

    /** In one pass: what stands in a value is never replaced. */
    private static String fill(String text, Map<String, String> values) {
        return NAME.matcher(text)
                .replaceAll(name -> Matcher.quoteReplacement(value(name.group(1), values)));
    }

    private static String value(String name, Map<String, String> values) {
        return Objects.requireNonNull(values.get(name), name);
    }

    private static Json.Members texts() {
        try (InputStream in = ReceiptText.class.getResourceAsStream("receipts.json")) {
            return JsonReader.readObject(Objects.requireNonNull(in).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FieldException e) {
            throw new IllegalStateException("receipts.json", e);
        }
    }
}
