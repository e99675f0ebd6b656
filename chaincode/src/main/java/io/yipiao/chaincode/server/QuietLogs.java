package io.yipiao.chaincode.server;

import org.hyperledger.fabric.shim.impl.ChaincodeInvocationTask;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The shim and gRPC log their start line by line, and the shim every refusal as a severe error. A
 * refusal is an answer; what goes wrong here is logged by {@link RegistryServer}.
 */
final class QuietLogs {
    // The log manager holds loggers weakly, and a forgotten one forgets its level.
    private static final List<Logger> HELD =
            List.of(
                    Logger.getLogger(""),
                    Logger.getLogger(ChaincodeInvocationTask.class.getName()));

    private QuietLogs() {}

    static void begin() {
        System.setProperty(
                "java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL %4$s %5$s%6$s%n");
        HELD.getFirst().setLevel(Level.WARNING);
        HELD.getLast().setLevel(Level.OFF);
    }
}
