package io.yipiao.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.Organisation;
import io.yipiao.gateway.ledger.fabric.FabricLedger;
import io.yipiao.network.fire.Checker;
import io.yipiao.network.fire.History;
import io.yipiao.network.fire.ToldLog;
import io.yipiao.verifier.audit.AuditReport;
import io.yipiao.verifier.audit.BlockFile;
import io.yipiao.verifier.audit.ExportManifest;
import io.yipiao.verifier.audit.LedgerAudit;
import io.yipiao.verifier.audit.LedgerExport;
import io.yipiao.verifier.receipt.OrganisationRoots;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The judgement over what went on: the checker, who has the clients' log and Insurance's blocks,
 * and the auditor, who has Insurance's and Finance's blocks.
 *
 * @param folder where the blocks go
 */
record Judged(FabricNetwork network, Path folder) {

    void assertWell(ToldLog log) throws Exception {
        Path insurance = folder.resolve("insurance.blocks");
        Path finance = folder.resolve("finance.blocks");
        OrganisationRoots roots;
        try (LedgerClient ledger =
                FabricLedger.open(network.clientFile(), Organisation.INSURANCE)) {
            long last = ledger.height() - 1;
            network.export("insurance", insurance, last);
            network.export("finance", finance, last);
            roots = OrganisationRoots.parse(ledger.roots());
        }
        assertEquals(List.of(), Checker.check(log.read(), History.of(insurance)));
        try (InputStream blocks = open(insurance);
                InputStream beside = open(finance)) {
            AuditReport report =
                    LedgerAudit.of(
                            export(insurance, blocks), Optional.of(export(finance, beside)), roots);
            System.out.println(
                    "audited: %d blocks, %d valid and %d invalid transactions"
                            .formatted(report.blocks(), report.valid(), report.invalid()));
            assertEquals(List.of(), report.breaches());
            assertEquals(report.blocks(), report.compared());
        }
    }

    private static InputStream open(Path file) throws IOException {
        return new BufferedInputStream(Files.newInputStream(file));
    }

    private static LedgerExport export(Path file, InputStream blocks) throws Exception {
        byte[] manifest = Files.readAllBytes(file.resolveSibling(file.getFileName() + ".json"));
        return new LedgerExport(new BlockFile(blocks), Optional.of(ExportManifest.parse(manifest)));
    }
}
