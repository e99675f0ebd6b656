package io.yipiao.verifier.cli;

import io.yipiao.verifier.audit.AuditReport;
import io.yipiao.verifier.audit.LedgerAudit;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.receipt.OrganisationRoots;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code audit}: a whole ledger, from the blocks that an organisation exported. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "离线审计导出的整本账。 Audit a whole exported ledger offline.")
final class AuditCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "BLOCKS", description = "导出的区块文件。 The exported blocks.")
    private Path blocks = Path.of("");

    @Mixin private final RootsOptions roots = new RootsOptions();

    @Option(
            names = "--beside",
            paramLabel = "BLOCKS",
            description = "另一家单位的导出，逐块比对。 Another organisation's export, to compare.")
    private Optional<Path> beside = Optional.empty();

    @Option(names = "--json", description = "结果用 JSON。 Print the result as JSON.")
    private boolean json;

    AuditCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InputException {
        AuditReport report = audit(roots.read());
        if (json) {
            console.out().println(Jcs.text(report.json()));
        } else {
            new AuditPage(console).print(report);
        }
        return report.isClean() ? Exit.GOOD : Exit.BAD;
    }

    private AuditReport audit(OrganisationRoots trusted) throws InputException {
        try (ExportFile file = ExportFile.open(blocks)) {
            if (beside.isEmpty()) {
                return LedgerAudit.of(file.export(), trusted);
            }
            try (ExportFile other = ExportFile.open(beside.get())) {
                return LedgerAudit.of(file.export(), Optional.of(other.export()), trusted);
            }
        } catch (IOException e) {
            throw InputFile.unreadable(blocks, e);
        }
    }
}
