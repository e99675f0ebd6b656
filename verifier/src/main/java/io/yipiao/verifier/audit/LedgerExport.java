package io.yipiao.verifier.audit;

import java.util.Optional;

/**
 * What an organisation gave an auditor to carry away.
 *
 * @param blocks from block 0 on
 * @param manifest how many there should be, if the organisation said so
 */
public record LedgerExport(BlockFile blocks, Optional<ExportManifest> manifest) {}
