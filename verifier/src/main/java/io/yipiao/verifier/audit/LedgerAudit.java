package io.yipiao.verifier.audit;

import com.google.protobuf.ByteString;

import io.yipiao.verifier.receipt.OrganisationRoots;

import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;

import java.io.IOException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Audits an exported ledger, block by block, believing nothing but the organisations' roots: each
 * block's place, data and orderers; each transaction's sender, id, endorsements and versions, from
 * which its validity is computed anew; each batch's root and seal; each bill's sums and its shares'
 * moves. It goes on after a breach with what is valid by its own judgement, and stops where nothing
 * further can be judged: at a hole, or at a first block that is not the one it should be.
 *
 * <p>What it does not prove: that bills were truly issued, or that blocks after the last one agree.
 */
public final class LedgerAudit {
    private final OrganisationRoots roots;
    private final Breaches breaches = new Breaches();
    private final ChainCheck chain = new ChainCheck(breaches);
    private Optional<ChannelAudit> channel = Optional.empty();
    private long compared;

    private LedgerAudit(OrganisationRoots roots) {
        this.roots = roots;
    }

    /** Audits a peer's blocks alone. */
    public static AuditReport of(LedgerExport export, OrganisationRoots roots) throws IOException {
        return of(export, Optional.empty(), roots);
    }

    /**
     * Audits a peer's blocks.
     *
     * @param beside blocks of another organisation's peer, which must be the same
     */
    public static AuditReport of(
            LedgerExport export, Optional<LedgerExport> beside, OrganisationRoots roots)
            throws IOException {
        LedgerAudit audit = new LedgerAudit(roots);
        audit.read(export.blocks(), beside.map(LedgerExport::blocks));
        export.manifest().ifPresent(audit::checkManifest);
        return audit.report();
    }

    /** Tells a file that was cut between two blocks, as its manifest was written beside it. */
    private void checkManifest(ExportManifest manifest) {
        String found = channel.map(ChannelAudit::channel).orElse(manifest.channel());
        if (chain.next() != manifest.last() + 1 || !found.equals(manifest.channel())) {
            breaches.add(
                    Breach.ofBlock(
                            BreachKind.FILE,
                            chain.next(),
                            "the manifest speaks of blocks 0 to %d of channel %s, and %d of %s were read"
                                    .formatted(
                                            manifest.last(),
                                            manifest.channel(),
                                            chain.next(),
                                            found)));
        }
    }

    private void read(BlockFile blocks, Optional<BlockFile> other) throws IOException {
        Optional<BlockFile> beside = other;
        while (true) {
            Optional<Block> block = next(blocks, "");
            Optional<Block> twin =
                    beside.isPresent() ? next(beside.get(), "the other export: ") : block;
            if (beside.isPresent() && !isSame(block, twin)) {
                beside = Optional.empty();
            } else if (beside.isPresent() && block.isPresent()) {
                compared++;
            }
            if (block.isEmpty() || !add(block.get())) {
                return;
            }
        }
    }

    private Optional<Block> next(BlockFile file, String whose) throws IOException {
        try {
            return file.next();
        } catch (BlockFileException e) {
            breaches.add(Breach.ofBlock(BreachKind.FILE, chain.next(), whose + e.getMessage()));
            return Optional.empty();
        }
    }

    /** Whether both exports hold the same block, or both end here. */
    private boolean isSame(Optional<Block> block, Optional<Block> other) {
        if (block.isEmpty() && other.isEmpty()) {
            return true;
        }
        if (block.isEmpty() || other.isEmpty()) {
            fork("only one of the exports has this block");
            return false;
        }
        if (!block.get().getHeader().equals(other.get().getHeader())) {
            fork(
                    "its hash is %s in one export and %s in the other"
                            .formatted(hash(block.get()), hash(other.get())));
            return false;
        }
        if (!flags(block.get()).equals(flags(other.get()))) {
            fork("the two peers flag its transactions differently");
        }
        return true;
    }

    private void fork(String why) {
        breaches.add(Breach.ofBlock(BreachKind.FORK, chain.next(), why));
    }

    private static String hash(Block block) {
        return hex(BlockHash.of(block.getHeader()).toByteArray());
    }

    private static ByteString flags(Block block) {
        return ChannelAudit.metadata(block, BlockMetadataIndex.TRANSACTIONS_FILTER_VALUE);
    }

    private boolean add(Block block) {
        if (!chain.follows(block)) {
            return false;
        }
        if (channel.isPresent()) {
            channel.get().add(block);
            return true;
        }
        channel = begin(block);
        return channel.isPresent();
    }

    /** The first block is signed by nobody: the roots at hand are what it is believed by. */
    private Optional<ChannelAudit> begin(Block first) {
        try {
            Optional<ConfigurationBlock> block = ConfigurationBlock.of(first);
            if (block.isEmpty()) {
                throw new UntrustedException("the first block brings no configuration");
            }
            return Optional.of(
                    new ChannelAudit(block.get().channel(), block.get().pinnedTo(roots), breaches));
        } catch (UntrustedException e) {
            breaches.add(Breach.ofBlock(BreachKind.CONFIGURATION, 0, e.why()));
            return Optional.empty();
        }
    }

    private AuditReport report() {
        if (chain.next() == 0 && breaches.count() == 0) {
            breaches.add(Breach.ofBlock(BreachKind.FILE, 0, "the file holds no block"));
        }
        return new AuditReport(
                channel.map(ChannelAudit::channel).orElse(""),
                chain.next(),
                hex(chain.lastHash().toByteArray()),
                channel.map(ChannelAudit::valid).orElse(0L),
                channel.map(ChannelAudit::invalid).orElse(0L),
                compared,
                channel.map(ChannelAudit::state)
                        .map(AuditTotals::of)
                        .orElse(new AuditTotals(0, 0, 0, new TreeMap<>())),
                breaches.first(),
                breaches.count());
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
