package io.yipiao.chaincode.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.locks.LockSupport;

/**
 * Says that the registry listens, once it does: the shim's server gives no sign of it and does not
 * return from its start.
 */
final class Announcement {
    private static final int BETWEEN_TRIES_NANOS = 10_000_000;

    private Announcement() {}

    static void whenListening(InetSocketAddress address) {
        Thread.ofVirtual().start(() -> await(address));
    }

    private static void await(InetSocketAddress address) {
        while (!accepts(address)) {
            LockSupport.parkNanos(BETWEEN_TRIES_NANOS);
        }
        System.out.println(
                "registry is listening on " + address.getHostString() + ":" + address.getPort());
    }

    private static boolean accepts(InetSocketAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(address);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
