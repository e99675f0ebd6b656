package io.yipiao.chaincode.server;

import org.hyperledger.fabric.metrics.Metrics;
import org.hyperledger.fabric.shim.ChaincodeBase;
import org.hyperledger.fabric.shim.ChaincodeServerProperties;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.NettyChaincodeServer;
import org.hyperledger.fabric.shim.ResponseUtils;
import org.hyperledger.fabric.traces.Traces;

import java.io.IOException;
import java.util.Properties;

/** A chaincode that runs as a service of its own, reached by its peer over mutual TLS. */
abstract class ServedChaincode extends ChaincodeBase {

    @Override
    public final Response init(ChaincodeStub stub) {
        return ResponseUtils.newSuccessResponse();
    }

    /** How many transactions it simulates at once: most of their time they wait for the peer. */
    @Override
    public final Properties getChaincodeConfig() {
        Properties settings = super.getChaincodeConfig();
        settings.putIfAbsent("TP_CORE_POOL_SIZE", "32");
        settings.putIfAbsent("TP_MAX_POOL_SIZE", "32");
        return settings;
    }

    /** Serves until the process is stopped; says in one line when it listens. */
    final void serve(ServerSettings settings) throws IOException, InterruptedException {
        processEnvironmentOptions();
        validateOptions();
        Metrics.initialize(getChaincodeConfig());
        Traces.initialize(getChaincodeConfig());
        NettyChaincodeServer server = new NettyChaincodeServer(this, properties(settings));
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
