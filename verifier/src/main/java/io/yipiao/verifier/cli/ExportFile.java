package io.yipiao.verifier.cli;

import io.yipiao.verifier.audit.BlockFile;
import io.yipiao.verifier.audit.ExportManifest;
import io.yipiao.verifier.audit.LedgerExport;
import io.yipiao.verifier.bill.FieldException;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** An exported ledger: a file of blocks, and beside it, under its name and .json, a manifest. */
final class ExportFile implements AutoCloseable {
    private static final int BUFFER = 1 << 20;

    private final InputStream in;
    private final LedgerExport export;

    private ExportFile(InputStream in, Optional<ExportManifest> manifest) {
        this.in = in;
        this.export = new LedgerExport(new BlockFile(in), manifest);
    }

    static ExportFile open(Path blocks) throws InputException {
        Path manifest = blocks.resolveSibling(blocks.getFileName() + ".json");
        Optional<ExportManifest> read =
                Files.exists(manifest) ? Optional.of(manifest(manifest)) : Optional.empty();
        return new ExportFile(new BufferedInputStream(InputFile.open(blocks), BUFFER), read);
    }

    LedgerExport export() {
        return export;
    }

    private static ExportManifest manifest(Path file) throws InputException {
        try {
            return ExportManifest.parse(InputFile.read(file));
        } catch (FieldException e) {
            throw new InputException(
                    file + " 不是导出清单：" + e.getMessage(),
                    file + " is no manifest of an export: " + e.getMessage(),
                    e);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
