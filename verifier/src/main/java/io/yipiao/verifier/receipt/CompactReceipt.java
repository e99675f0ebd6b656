package io.yipiao.verifier.receipt;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.qr.Base45;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A receipt as the text of one QR symbol. It says the same, to the bit, as the JSON, and is checked
 * the same way; nothing is left out, since whoever checks it has only the roots.
 *
 * <pre>
 * text     "YR1:" ‖ Base45(body), at most 4,296 characters: what a symbol of version 40-L holds
 * body     what {@link Copies} makes of the folded bytes
 * folded   what {@link Folding} makes of the parts
 * parts    proposal, payload, endorser, signature, endorser, signature of the receipt,
 *          each a varint (protocol buffers) and so many bytes
 * </pre>
 *
 * <p>Each step has one spelling: whatever is read is written anew and compared. That is why this is
 * no deflate stream, of which there are many for the same bytes; and what these copies expand to is
 * counted as it grows.
 */
public final class CompactReceipt {
    /** The characters that a symbol of version 40 at level L holds in alphanumeric mode. */
    public static final int LONGEST = 4_296;

    private static final String LABEL = "YR1:";
    private static final int LARGEST = 16_384;

    private CompactReceipt() {}

    /** Whether a text says that it is a receipt of this form. */
    public static boolean is(String text) {
        return text.startsWith(LABEL);
    }

    /** The text, or nothing if no symbol holds it. */
    public static Optional<String> write(Receipt receipt) {
        byte[] parts = join(receipt.parts());
        byte[] folded = Folding.fold(parts);
        if (parts.length > LARGEST || folded.length > Copies.LARGEST) {
            return Optional.empty();
        }
        String text = LABEL + Base45.write(Copies.write(folded));
        return text.length() <= LONGEST ? Optional.of(text) : Optional.empty();
    }

    /** Reads the one spelling of a receipt. Nothing is checked but the form. */
    public static Receipt parse(String text) throws FieldException {
        if (!is(text) || text.length() > LONGEST) {
            throw new FieldException(
                    "receipt",
                    LABEL + " and at most " + LONGEST + " characters in all",
                    text.length() + " characters");
        }
        byte[] body = Base45.read("receipt", text.substring(LABEL.length()));
        Receipt receipt = Receipt.ofParts(split(Folding.unfold(Copies.read(body), LARGEST)));
        if (!write(receipt).equals(Optional.of(text))) {
            throw new FieldException("receipt", "the one spelling of it", "another");
        }
        return receipt;
    }

    private static byte[] join(List<ByteString> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        try {
            for (ByteString part : parts) {
                out.writeBytesNoTag(part);
            }
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static List<ByteString> split(byte[] joined) throws FieldException {
        List<ByteString> parts = new ArrayList<>();
        CodedInputStream in = CodedInputStream.newInstance(joined);
        try {
            while (!in.isAtEnd()) {
                parts.add(in.readBytes());
            }
        } catch (IOException e) {
            throw new FieldException("receipt", "parts of stated lengths", "other bytes");
        }
        return parts;
    }
}
