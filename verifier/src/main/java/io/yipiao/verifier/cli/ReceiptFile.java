package io.yipiao.verifier.cli;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.qr.PictureException;
import io.yipiao.verifier.receipt.CompactReceipt;
import io.yipiao.verifier.receipt.OrganisationRoots;
import io.yipiao.verifier.receipt.ProvedValue;
import io.yipiao.verifier.receipt.Receipt;
import io.yipiao.verifier.receipt.ReceiptException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A receipt in a file: as JSON, as the text of its QR code, or as a picture of it. */
final class ReceiptFile {
    private ReceiptFile() {}

    static Receipt read(Path file) throws InputException, PictureException {
        byte[] bytes = InputFile.read(file);
        try {
            if (bytes.length > 0 && bytes[0] == '{') {
                return Receipt.parse(bytes);
            }
            // A space at its end is one of its characters.
            String text = new String(bytes, StandardCharsets.US_ASCII).replaceAll("\\R", "");
            return CompactReceipt.parse(CompactReceipt.is(text) ? text : ScannedCode.picture(file));
        } catch (FieldException e) {
            throw new InputException(
                    file + " 不是凭证：" + e.getMessage(),
                    file + " is no receipt: " + e.getMessage(),
                    e);
        }
    }

    static ProvedValue check(Path file, OrganisationRoots trusted, String channel)
            throws InputException, PictureException, ReceiptException {
        return read(file).check(trusted, channel);
    }
}
