package io.yipiao.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.ledger.BlockStream;
import io.yipiao.gateway.ledger.Call;
import io.yipiao.gateway.ledger.Caller;
import io.yipiao.gateway.ledger.Commit;
import io.yipiao.gateway.ledger.Endorsed;
import io.yipiao.gateway.ledger.LedgerUnavailable;
import io.yipiao.gateway.ledger.Organisation;
import io.yipiao.gateway.ledger.Refused;
import io.yipiao.gateway.ledger.TestChannel;
import io.yipiao.gateway.ledger.fabric.FabricLedger;
import io.yipiao.verifier.batch.Batch;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.verdict.RefusalCode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What the gateway sees while parts of the network are down. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FabricOutageIT {
    private static final List<String> ORDERERS =
            List.of("orderer.insurance", "orderer.hospital", "orderer.finance");

    /** Leaves of one call: 1 MiB less what the rest of an envelope needs. */
    private static final int LARGEST_ANCHOR = 32_000;

    private static final int LARGE_ANCHORS = 24;

    /** Of 8 MiB; a block above 10 MiB stops every orderer for good at its next start. */
    private static final int MOST_IN_A_BLOCK = 8;

    private FabricNetwork network;
    private FabricLedger ledger;
    private TestChannel channel;

    @BeforeAll
    void open() {
        network = TestNetwork.toBreak("outage-network");
        ledger = FabricLedger.open(network.clientFile(), Organisation.INSURANCE);
        channel = new TestChannel(ledger);
    }

    @AfterEach
    void mend() {
        network.up();
    }

    @AfterAll
    void close() {
        ledger.close();
    }

    @Test
    void with_the_hospitals_peer_down_finance_endorses_and_proves() throws Exception {
        network.process("kill", "peer.hospital");
        Batch batch = channel.issuer().sealedBatch(2);
        channel.settle(channel.issuer().anchor(List.of(batch)));
        ledger.prove(
                Call.of(Caller.INTAKE, "prove")
                        .with(Integer.toString(batch.issuer()))
                        .with(batch.header().root().hex()));
    }

    @Test
    void with_the_hospitals_chaincode_down_finance_endorses() throws Exception {
        network.process("kill", "chaincode.hospital");
        channel.settle(channel.issuer().anchor(List.of(channel.issuer().sealedBatch(2))));
    }

    @Test
    void a_refusal_stays_a_refusal_while_one_organisation_is_down() throws Exception {
        Opening bill = channel.anchoredBill(1_000);
        network.process("kill", "peer.hospital");
        Refused refusal =
                assertThrows(
                        Refused.class,
                        () -> channel.settle(channel.hold(bill, "basic", "C1", 2_000)));
        assertEquals(RefusalCode.EXCEEDED, refusal.code());
    }

    @Test
    void without_insurance_nothing_is_endorsed() {
        network.process("kill", "chaincode.insurance");
        Call call = channel.issuer().anchor(List.of(channel.issuer().sealedBatch(2)));
        assertThrows(LedgerUnavailable.class, () -> ledger.endorse(call));
    }

    @Test
    void without_orderers_the_outcome_is_unknown_until_the_same_envelope_is_submitted_again()
            throws Exception {
        Endorsed endorsed =
                ledger.endorse(channel.issuer().anchor(List.of(channel.issuer().sealedBatch(2))));
        ORDERERS.forEach(orderer -> network.process("kill", orderer));
        assertThrows(LedgerUnavailable.class, () -> ledger.submit(endorsed.envelope()));
        network.up();
        assertInstanceOf(Commit.Committed.class, ledger.submit(endorsed.envelope()));
    }

    @Test
    void a_stream_of_blocks_breaks_with_its_peer_and_goes_on_where_it_was() throws Exception {
        long next = ledger.height();
        try (BlockStream blocks = ledger.blocks(next)) {
            network.process("kill", "peer.insurance");
            assertThrows(LedgerUnavailable.class, () -> blocks.next(Duration.ofSeconds(30)));
        }
        network.up();
        channel.settle(channel.issuer().anchor(List.of(channel.issuer().sealedBatch(2))));
        try (BlockStream blocks = ledger.blocks(next)) {
            assertEquals(next, blocks.next(Duration.ofSeconds(30)).orElseThrow().number());
        }
    }

    @Test
    void blocks_full_of_the_largest_anchors_are_read_again_after_everything_was_killed()
            throws Exception {
        long from = ledger.height();
        List<Batch> batches = new ArrayList<>();
        List<Endorsed> endorsed = new ArrayList<>();
        for (int i = 0; i < LARGE_ANCHORS; i++) {
            batches.add(channel.issuer().sealedBatch(LARGEST_ANCHOR));
            endorsed.add(ledger.endorse(channel.issuer().anchor(List.of(batches.getLast()))));
        }
        commit(endorsed);
        List<Integer> together =
                new LedgerFacts(ledger)
                        .batchesByBlock(channel.issuer().number(), from).stream()
                                .map(List::size)
                                .toList();
        System.out.println("anchors of 1 MiB in one block: " + together);
        assertTrue(
                together.stream().allMatch(anchors -> anchors <= MOST_IN_A_BLOCK),
                together::toString);

        network.killEverything();
        network.up();

        channel.settle(channel.issuer().anchor(List.of(channel.issuer().sealedBatch(2))));
        for (Batch batch : batches) {
            ledger.prove(
                    Call.of(Caller.INTAKE, "prove")
                            .with(Integer.toString(batch.issuer()))
                            .with(batch.header().root().hex()));
        }
    }

    /** All at once; what a change of the leader lost is submitted again, as the gateway does. */
    private void commit(List<Endorsed> endorsed) throws Exception {
        List<Callable<Commit>> submissions =
                endorsed.stream().<Callable<Commit>>map(e -> () -> commit(e)).toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Commit> commit : threads.invokeAll(submissions)) {
                assertInstanceOf(Commit.Committed.class, commit.get());
            }
        }
    }

    private Commit commit(Endorsed endorsed) {
        try {
            return ledger.submit(endorsed.envelope());
        } catch (LedgerUnavailable e) {
            return ledger.submit(endorsed.envelope());
        }
    }
}
