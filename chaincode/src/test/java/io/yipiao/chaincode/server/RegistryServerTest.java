package io.yipiao.chaincode.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.chaincode.fixture.Call;
import io.yipiao.chaincode.fixture.Callers;
import io.yipiao.chaincode.fixture.Channel;
import io.yipiao.chaincode.fixture.Hospital;
import io.yipiao.verifier.fingerprint.IdentityBytes;

import org.hyperledger.fabric.protos.peer.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The real process, called over mutual TLS as a peer calls it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RegistryServerTest {
    private static final String ADMIN = "{\"role\":\"admin\"}";

    private final Certificates certificates;
    private final Path folder;
    private final ServerProcess server;
    private final FakePeer peer;

    RegistryServerTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        this.certificates = new Certificates();
        this.server = ServerProcess.start(folder, certificates);
        server.await("registry is listening on 127.0.0.1:" + server.port());
        Certificates.Issued tls = certificates.tls();
        this.peer =
                FakePeer.connect(
                        server.port(),
                        folder.resolve("root.pem"),
                        tls.writeKey(folder.resolve("peer-key.pem")),
                        tls.writeCertificate(folder.resolve("peer-cert.pem")));
    }

    @BeforeAll
    void register() throws Exception {
        peer.register();
    }

    @AfterAll
    void stop() throws Exception {
        peer.close();
        server.close();
    }

    @Test
    @Order(1)
    void reads_the_role_from_the_callers_certificate_and_writes_state() throws Exception {
        Call call = Call.of("setRules").with(Channel.rules(Channel.KEYS, "26"));
        Response first = propose(Callers.INSURANCE, ADMIN, call);
        assertEquals(200, first.getStatus(), first.getMessage());
        assertTrue(first.getPayload().toStringUtf8().contains("PENDING"));
        assertEquals(List.of("get rules", "get pending", "put pending"), operations());
        Response second = propose(Callers.FINANCE, ADMIN, call);
        assertEquals("{\"outcome\":\"DONE\"}", second.getPayload().toStringUtf8());
        assertEquals(List.of("get rules", "get pending", "put pending", "put rules"), operations());
    }

    @Test
    @Order(2)
    void hands_transient_data_to_the_rules() throws Exception {
        byte[] identity = IdentityBytes.of(Hospital.id("26", 1));
        Response response =
                propose(
                        Callers.HOSPITAL,
                        "{}",
                        Call.of("indexes").withSecret("identities", identity));
        String index = Channel.key(26).index(Hospital.id("26", 1)).hex();
        assertEquals("[\"" + index + "\"]", response.getPayload().toStringUtf8());
    }

    @Test
    @Order(3)
    void answers_a_refusal_with_its_code_first_and_logs_nothing_of_it() throws Exception {
        Call call = Call.of("suspendKey").with("{\"payer\":\"basic\"}");
        Response forbidden = propose(Callers.INSURANCE, "{\"role\":\"intake\"}", call);
        assertEquals(500, forbidden.getStatus());
        assertEquals(
                "FORBIDDEN: suspendKey is not for this certificate of InsuranceMSP",
                forbidden.getMessage());
        Response unknown = propose(Callers.INSURANCE, ADMIN, call);
        assertEquals("UNKNOWN_PAYER: payer basic is not enrolled", unknown.getMessage());
        assertFalse(server.log().contains("SEVERE"), server.log());
    }

    @Test
    @Order(4)
    void gives_a_keys_history() throws Exception {
        Response response = propose(Callers.FINANCE, "{}", Call.of("history").with("rules"));
        assertTrue(
                response.getPayload()
                        .toStringUtf8()
                        .startsWith(
                                "[{\"time\":\"2026-03-02T01:00:00Z\",\"transaction\":\"first\",\"value\":{\"indexKeys\""),
                response.getPayload().toStringUtf8());
    }

    @Test
    @Order(5)
    void says_that_the_endorser_failed_where_the_caller_has_no_certificate() throws Exception {
        Response response = peer.propose(Callers.FINANCE, "nothing", Call.of("status").with("[]"));
        assertEquals("the endorser failed; its log says why", response.getMessage());
        server.await("failed");
    }

    @Test
    @Order(6)
    void refuses_a_peer_without_a_certificate() throws Exception {
        try (FakePeer stranger =
                FakePeer.connectAsStranger(server.port(), folder.resolve("root.pem"))) {
            assertInstanceOf(Throwable.class, stranger.take());
        }
    }

    @Test
    @Order(7)
    void refuses_a_peer_of_another_authority() throws Exception {
        Certificates.Issued foreign = new Certificates().tls();
        try (FakePeer stranger =
                FakePeer.connect(
                        server.port(),
                        folder.resolve("root.pem"),
                        foreign.writeKey(folder.resolve("foreign-key.pem")),
                        foreign.writeCertificate(folder.resolve("foreign-cert.pem")))) {
            assertInstanceOf(Throwable.class, stranger.take());
        }
    }

    @Test
    @Order(8)
    void does_not_start_without_its_settings_and_names_each(@TempDir Path empty) throws Exception {
        try (ServerProcess idle = ServerProcess.start(empty, 0, Map.of())) {
            assertEquals(1, idle.end());
            assertTrue(idle.log().contains("CHAINCODE_SERVER_ADDRESS: is not set"), idle.log());
            assertTrue(idle.log().contains("YIPIAO_INDEX_KEYS: is not set"), idle.log());
            assertFalse(idle.log().contains("\tat "), idle.log());
        }
    }

    private Response propose(String msp, String attributes, Call call) throws Exception {
        return peer.propose(msp, certificates.caller(attributes).certificate(), call);
    }

    /** What was asked of the peer, keys without their digests. */
    private List<String> operations() {
        return peer.asked().stream().map(line -> line.replaceAll("/.*", "")).toList();
    }
}
