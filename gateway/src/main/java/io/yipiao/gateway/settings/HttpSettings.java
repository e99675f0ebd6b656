package io.yipiao.gateway.settings;

import java.net.URI;
import java.util.Optional;

/**
 * Where the gateway listens.
 *
 * @param host the address to bind
 * @param port 0 to 65535; 0 takes any free one
 * @param publicUrl scheme and host (and port) that phones reach, without a path; if empty, the
 *     address bound
 */
public record HttpSettings(String host, int port, Optional<URI> publicUrl) {}
