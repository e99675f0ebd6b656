package io.yipiao.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.Organisation;
import io.yipiao.gateway.ledger.TestChannel;
import io.yipiao.gateway.ledger.fabric.FabricLedger;
import io.yipiao.network.fire.ToldLog;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Claims go on while Insurance loses a peer, and while the chaincode is replaced. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FabricSecondPeerIT {
    private static final Path FOLDER = Path.of("target", "second-peer").toAbsolutePath();
    private static final int AT_ONCE = 6;
    private static final int MORE = 12;

    private FabricNetwork network;
    private List<LedgerClient> gateways;
    private TestChannel channel;

    /** The second peer comes to a network that runs without it. */
    @BeforeAll
    void open() {
        network = TestNetwork.toBreak("fire-network");
        network.upWithSecondInsurancePeer();
        gateways = List.of(client(), client());
        channel = new TestChannel(gateways.getFirst());
    }

    private LedgerClient client() {
        return FabricLedger.open(network.clientFile(), Organisation.INSURANCE);
    }

    @AfterEach
    void mend() {
        network.up();
    }

    @AfterAll
    void close() {
        gateways.forEach(LedgerClient::close);
    }

    @Test
    void without_the_first_insurance_peer_claims_go_on_and_without_the_second_too()
            throws Exception {
        try (ToldLog log = new ToldLog(FOLDER.resolve("lost-peer.told"))) {
            try (LedgerLives lives = begin(log)) {
                lives.awaitMore(MORE);
                network.process("kill", "peer.insurance");
                lives.awaitMore(MORE);
                network.process("kill", "peer.hospital");
                network.process("start", "peer.hospital");
                lives.awaitMore(MORE);
                network.process("start", "peer.insurance");
                network.process("kill", "peer.insurance2");
                lives.awaitMore(MORE);
                tell("peers of Insurance lost one after the other", lives);
            }
            new Judged(network, FOLDER).assertWell(log);
        }
    }

    @Test
    void without_the_first_insurance_chaincode_the_second_endorses() throws Exception {
        try (ToldLog log = new ToldLog(FOLDER.resolve("lost-chaincode.told"))) {
            try (LedgerLives lives = begin(log)) {
                lives.awaitMore(MORE);
                network.process("kill", "chaincode.insurance");
                lives.awaitMore(MORE);
                tell("the first chaincode of Insurance lost", lives);
            }
            new Judged(network, FOLDER).assertWell(log);
        }
    }

    @Test
    void an_upgrade_of_the_chaincode_fails_no_claim() throws Exception {
        try (ToldLog log = new ToldLog(FOLDER.resolve("upgrade.told"))) {
            try (LedgerLives lives = begin(log)) {
                lives.awaitMore(MORE);
                int before = lives.ended();
                network.upgrade();
                System.out.println("bills during the upgrade: " + (lives.ended() - before));
                lives.awaitMore(MORE);
                tell("upgrade", lives);
                assertEquals(0, lives.unknown());
            }
            new Judged(network, FOLDER).assertWell(log);
        }
    }

    private LedgerLives begin(ToldLog log) {
        return new LedgerLives(channel, gateways, log, AT_ONCE, Duration.ZERO);
    }

    private static void tell(String what, LedgerLives lives) {
        System.out.println(
                what + ": " + lives.ended() + " bills, " + lives.unknown() + " calls asked again");
    }
}
