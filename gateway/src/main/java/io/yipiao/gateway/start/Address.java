package io.yipiao.gateway.start;

import io.yipiao.gateway.settings.HttpSettings;
import io.yipiao.gateway.settings.Settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;

/** Where a gateway is reached: QR codes bear it, so it is known before anything listens. */
final class Address {
    private Address() {}

    /** The settings with a free port in the place of 0. */
    static Settings chosen(Settings settings) {
        HttpSettings http = settings.http();
        if (http.port() != 0) {
            return settings;
        }
        return new Settings(
                settings.data(),
                new HttpSettings(http.host(), freePort(http.host()), http.publicUrl()),
                settings.database(),
                settings.ledger(),
                settings.keys(),
                settings.oidc(),
                settings.limits(),
                settings.sms(),
                settings.demonstration(),
                settings.journal());
    }

    /** What pages and QR codes show. */
    static String shown(Settings settings) {
        HttpSettings http = settings.http();
        return http.publicUrl()
                .map(URI::toString)
                .orElseGet(() -> "http://" + http.host() + ":" + http.port());
    }

    private static int freePort(String host) {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(host))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on " + host, e);
        }
    }
}
