package io.yipiao.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.ledger.Endorsed;
import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.TestChannel;
import io.yipiao.verifier.audit.AuditReport;
import io.yipiao.verifier.audit.AuditTotals;
import io.yipiao.verifier.audit.BlockFile;
import io.yipiao.verifier.audit.BreachKind;
import io.yipiao.verifier.audit.ExportManifest;
import io.yipiao.verifier.audit.LedgerAudit;
import io.yipiao.verifier.audit.LedgerExport;
import io.yipiao.verifier.audit.ShareSum;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.receipt.OrganisationRoots;
import io.yipiao.verifier.receipt.ShareState;

import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** An auditor, who has two organisations' blocks and all roots, beside the gateway's own books. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FabricAuditIT {
    private static final Path FOLDER = Path.of("target", "audit").toAbsolutePath();
    private static final int BILLS = 40;
    private static final int CLAIMS = 3;

    private final Path insurance = FOLDER.resolve("insurance.blocks");
    private final Path finance = FOLDER.resolve("finance.blocks");
    private final FabricNetwork network = TestNetwork.shared();
    private GatewayPair pair;
    private AuditTotals books = new AuditTotals(0, 0, 0, new TreeMap<>());
    private long height;

    @BeforeAll
    void live_a_day() throws Exception {
        pair = new GatewayPair(network);
        claimSome();
        TestChannel channel = new TestChannel(pair.gateway().ledger());
        moveSome(channel);
        loseRaces(channel);
        keepBooks();
        Files.createDirectories(FOLDER);
        network.export("insurance", insurance, height - 1);
        network.export("finance", finance, height - 1);
    }

    @AfterAll
    void close() {
        pair.close();
    }

    @Test
    void a_ledger_of_claims_races_and_red_bills_is_clean_and_equal_to_the_books_to_the_fen()
            throws Exception {
        AuditReport report =
                LedgerAudit.of(
                        export(insurance, Files.readAllBytes(insurance)),
                        Optional.of(export(finance, Files.readAllBytes(finance))),
                        roots());

        assertEquals(List.of(), report.breaches());
        assertEquals(height, report.blocks());
        assertEquals(height, report.compared());
        assertEquals(books, report.totals());
        assertTrue(report.totals().leaves() >= BILLS, report::toString);
        assertTrue(report.totals().shares().containsKey(ShareState.STAMPED), report::toString);
        assertTrue(report.totals().shares().containsKey(ShareState.RELEASED), report::toString);
        assertTrue(report.invalid() >= 2, report::toString);
    }

    @Test
    void a_file_cut_short_is_found() throws Exception {
        byte[] blocks = Files.readAllBytes(insurance);
        AuditReport report = audit(Arrays.copyOf(blocks, blocks.length - 100));
        assertFalse(report.isClean());
        assertEquals(BreachKind.FILE, report.breaches().getFirst().kind());
        assertEquals(height - 1, report.breaches().getFirst().block());
    }

    @Test
    void a_changed_byte_is_found_wherever_it_is_in_a_blocks_data() throws Exception {
        byte[] blocks = Files.readAllBytes(insurance);
        for (int i = 1; i < 8; i++) {
            byte[] changed = blocks.clone();
            changed[changed.length / 8 * i] ^= 4;
            assertFalse(audit(changed).isClean(), "byte " + changed.length / 8 * i);
        }
    }

    /** Bills of one upload, of which some are claimed over HTTP. */
    private void claimSome() throws Exception {
        Doors doors = pair.doors().getFirst();
        List<Bill> visits = pair.hospital().visits(BILLS);
        byte[] upload = pair.hospital().upload(visits);
        List<String> bills =
                TestHospital.stored(TestHospital.send(doors, upload, UUID.randomUUID().toString()));
        TestHospital.awaitAnchor(doors, bills.getFirst());
        for (String bill : bills.subList(0, CLAIMS)) {
            doors.as(Role.CITIZEN)
                    .post(
                            "/api/v1/claims",
                            Json.object().put("billId", bill).end(),
                            UUID.randomUUID().toString())
                    .expect(201);
        }
    }

    /** A hold that is stamped, and one that a red bill takes back. */
    private static void moveSome(TestChannel channel) throws Exception {
        Opening stamped = channel.anchoredBill(335_430);
        String index =
                TestChannel.first(
                        channel.settle(channel.hold(stamped, "basic", "A-1", 183_070)).answer(),
                        "index");
        channel.settle(channel.stamp(index, "basic", "A-1", 183_000));
        channel.settle(channel.holdAndStamp(stamped, "serious", "A-2", 7));
        Opening taken = channel.anchoredBill(47_465);
        channel.settle(channel.hold(taken, "basic", "A-3", 40_000));
        channel.settle(channel.holdAndStamp(taken, "serious", "A-4", 5_000));
        Opening red = channel.issuer().redBill(taken);
        channel.anchor(List.of(red));
        channel.settle(channel.reverse(red));
    }

    /** Two holds of one bill that were endorsed both, and one of them sent twice. */
    private void loseRaces(TestChannel channel) throws Exception {
        LedgerClient ledger = pair.gateway().ledger();
        Opening bill = channel.anchoredBill(10_000);
        Endorsed first = ledger.endorse(channel.hold(bill, "basic", "A-5", 6_000));
        Endorsed second = ledger.endorse(channel.hold(bill, "serious", "A-6", 4_000));
        ledger.submit(first.envelope());
        ledger.submit(second.envelope());
        ledger.submit(first.envelope());
    }

    /** What the gateway's database says once it has every block. */
    private void keepBooks() throws Exception {
        Await.until(
                "the blocks",
                () ->
                        pair.gateway().view().checkpoint().nextBlock()
                                >= pair.gateway().ledger().height());
        pair.gateway()
                .database()
                .inTransaction(tx -> {
                    height = number(tx, "SELECT next_block FROM ledger_checkpoint");
                    books =
                            new AuditTotals(
                                    number(tx, "SELECT count(*) FROM ledger_batch"),
                                    number(tx, "SELECT sum(size) FROM ledger_batch"),
                                    number(tx, "SELECT count(fingerprint) FROM ledger_bill"),
                                    shares(tx));
                    return true;
                });
    }

    private static long number(Handle tx, String sql) {
        return tx.createQuery(sql).mapTo(Long.class).one();
    }

    private static SortedMap<ShareState, ShareSum> shares(Handle tx) {
        SortedMap<ShareState, ShareSum> sums = new TreeMap<>();
        tx.createQuery(
                        "SELECT state, count(*) AS shares, sum(fen) AS fen FROM ledger_share GROUP"
                                + " BY 1")
                .map((row, context) ->
                        sums.put(
                                ShareState.valueOf(row.getString("state")),
                                new ShareSum(row.getLong("shares"), row.getLong("fen"))))
                .list();
        return sums;
    }

    private AuditReport audit(byte[] blocks) throws Exception {
        return LedgerAudit.of(export(insurance, blocks), roots());
    }

    private OrganisationRoots roots() throws Exception {
        return OrganisationRoots.parse(pair.gateway().ledger().roots());
    }

    private static LedgerExport export(Path file, byte[] blocks) throws Exception {
        byte[] manifest = Files.readAllBytes(file.resolveSibling(file.getFileName() + ".json"));
        return new LedgerExport(
                new BlockFile(new ByteArrayInputStream(blocks)),
                Optional.of(ExportManifest.parse(manifest)));
    }
}
