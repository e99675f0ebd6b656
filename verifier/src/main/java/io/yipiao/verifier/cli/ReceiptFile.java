package io.yipiao.verifier.cli;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.receipt.OrganisationRoots;
import io.yipiao.verifier.receipt.ProvedValue;
import io.yipiao.verifier.receipt.Receipt;
import io.yipiao.verifier.receipt.ReceiptException;

import java.nio.file.Path;

/** A receipt in a file, with the roots by which it is checked. */
final class ReceiptFile {
    private ReceiptFile() {}

    static ProvedValue check(Path receipt, Path roots, String channel)
            throws InputException, ReceiptException {
        OrganisationRoots trusted = RootsFile.read(roots);
        try {
            return Receipt.parse(InputFile.read(receipt)).check(trusted, channel);
        } catch (FieldException e) {
            throw new InputException(
                    receipt + " 不是凭证：" + e.getMessage(),
                    receipt + " is no receipt: " + e.getMessage(),
                    e);
        }
    }
}
