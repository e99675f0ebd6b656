package io.yipiao.verifier.cli;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.receipt.OrganisationRoots;

import java.nio.file.Path;

/** The organisations' roots, which whoever checks has from the organisations themselves. */
final class RootsFile {
    private RootsFile() {}

    static OrganisationRoots read(Path roots) throws InputException {
        try {
            return OrganisationRoots.parse(InputFile.read(roots));
        } catch (FieldException e) {
            throw new InputException(
                    roots + " 不是根证书文件：" + e.getMessage(),
                    roots + " is no file of roots: " + e.getMessage(),
                    e);
        }
    }
}
