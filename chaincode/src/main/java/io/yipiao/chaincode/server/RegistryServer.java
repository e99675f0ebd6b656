package io.yipiao.chaincode.server;

import io.yipiao.chaincode.call.Registry;
import io.yipiao.chaincode.state.IndexKeys;
import io.yipiao.chaincode.state.Refusal;

import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ResponseUtils;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The chaincode {@code registry} as a service of its own: started with the environment that {@link
 * ServerSettings} names, it says in one line when it listens, and serves its peer until it is
 * stopped.
 */
public final class RegistryServer extends ServedChaincode {
    private static final Logger LOG = Logger.getLogger(RegistryServer.class.getName());

    private final IndexKeys keys;

    private RegistryServer(IndexKeys keys) {
        this.keys = keys;
    }

    public static void main(String[] arguments) throws InterruptedException {
        try {
            ServerSettings settings = ServerSettings.of(System.getenv());
            QuietLogs.begin();
            new RegistryServer(IndexKeyFolder.read(settings.indexKeys())).serve(settings);
        } catch (IllegalArgumentException | IOException e) {
            System.err.println("registry cannot start: " + e.getMessage());
            System.exit(1);
        }
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
}
