package io.yipiao.chaincode.server;

import io.yipiao.chaincode.call.Registry;
import io.yipiao.chaincode.state.IndexKeys;
import io.yipiao.chaincode.state.Refusal;

import org.hyperledger.fabric.metrics.Metrics;
import org.hyperledger.fabric.shim.ChaincodeBase;
import org.hyperledger.fabric.shim.ChaincodeServerProperties;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.NettyChaincodeServer;
import org.hyperledger.fabric.shim.ResponseUtils;
import org.hyperledger.fabric.traces.Traces;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The chaincode {@code registry} as a service of its own: started with the environment that {@link
 * ServerSettings} names, it says in one line when it listens, and serves its peer until it is
 * stopped.
 */
public final class RegistryServer extends ChaincodeBase {
    private static final Logger LOG = Logger.getLogger(RegistryServer.class.getName());

    private final IndexKeys keys;

    private RegistryServer(IndexKeys keys) {
        this.keys = keys;
    }

    public static void main(String[] arguments) throws InterruptedException {
        try {
            serve(ServerSettings.of(System.getenv()));
        } catch (IllegalArgumentException | IOException e) {
            System.err.println("registry cannot start: " + e.getMessage());
            System.exit(1);
        }
    }

    @Override
    public Response init(ChaincodeStub stub) {
        return ResponseUtils.newSuccessResponse();
    }

    @Override
    public Response invoke(ChaincodeStub stub) {
        try {
            return ResponseUtils.newSuccessResponse(
                    Registry.invoke(
                            stub.getArgs(), stub.getTransient(), new StubState(stub), keys));
        } catch (Refusal refusal) {
            // Only status and message reach the client, so the code leads the message.
            return ResponseUtils.newErrorResponse(String.valueOf(refusal.getMessage()));
        } catch (IOException | CertificateException | RuntimeException e) {
            LOG.log(Level.SEVERE, "transaction " + stub.getTxId() + " failed", e);
            return ResponseUtils.newErrorResponse("the endorser failed; its log says why");
        }
    }

    /** How many transactions it simulates at once: most of their time they wait for the peer. */
    @Override
    public Properties getChaincodeConfig() {
        Properties settings = super.getChaincodeConfig();
        settings.putIfAbsent("TP_CORE_POOL_SIZE", "32");
        settings.putIfAbsent("TP_MAX_POOL_SIZE", "32");
        return settings;
    }

    private static void serve(ServerSettings settings) throws IOException, InterruptedException {
        QuietLogs.begin();
        RegistryServer registry = new RegistryServer(IndexKeyFolder.read(settings.indexKeys()));
        registry.processEnvironmentOptions();
        registry.validateOptions();
        Metrics.initialize(registry.getChaincodeConfig());
        Traces.initialize(registry.getChaincodeConfig());
        NettyChaincodeServer server = new NettyChaincodeServer(registry, properties(settings));
        Announcement.whenListening(settings.address());
        server.start();
    }

    private static ChaincodeServerProperties properties(ServerSettings settings) {
        ChaincodeServerProperties properties = new ChaincodeServerProperties();
        properties.setServerAddress(settings.address());
        properties.setTlsEnabled(true);
        properties.setKeyFile(settings.key().toString());
        properties.setKeyCertChainFile(settings.certificate().toString());
        properties.setTrustCertCollectionFile(settings.clientRoots().toString());
        return properties;
    }
}
