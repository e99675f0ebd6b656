package io.yipiao.chaincode.server;

import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ResponseUtils;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A chaincode without logic, beside which the registry is measured. {@code put} takes keys and
 * values in turn, reads each key and writes it; a last argument without a partner, such as a
 * batch's leaves, only travels. To every other call, as to the network's first, it answers that all
 * is done already.
 */
public final class BareServer extends ServedChaincode {
    private static final byte[] ALREADY =
            "{\"outcome\":\"ALREADY\"}".getBytes(StandardCharsets.UTF_8);

    private BareServer() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        QuietLogs.begin();
        new BareServer().serve(ServerSettings.of(System.getenv()));
    }

    @Override
    public Response invoke(ChaincodeStub stub) {
        List<byte[]> arguments = stub.getArgs();
        if (new String(arguments.getFirst(), StandardCharsets.UTF_8).equals("put")) {
            for (int i = 1; i + 1 < arguments.size(); i += 2) {
                String key = new String(arguments.get(i), StandardCharsets.UTF_8);
                stub.getState(key);
                stub.putState(key, arguments.get(i + 1));
            }
        }
        return ResponseUtils.newSuccessResponse(ALREADY);
    }
}
