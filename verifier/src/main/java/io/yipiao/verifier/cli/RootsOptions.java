package io.yipiao.verifier.cli;

import io.yipiao.verifier.receipt.OrganisationRoots;

import picocli.CommandLine.Option;

import java.nio.file.Path;

/** By whose authority peers sign: all that a check of a receipt or of a ledger stands on. */
final class RootsOptions {
    @Option(
            names = "--roots",
            required = true,
            paramLabel = "FILE",
            description =
                    "各单位的根证书 {organisations [{msp, roots}]}。 The organisations' root certificates.")
    private Path roots = Path.of("");

    OrganisationRoots read() throws InputException {
        return RootsFile.read(roots);
    }
}
