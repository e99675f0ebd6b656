package io.yipiao.gateway.ledger;

import java.util.regex.Pattern;

/**
 * Which peer it is.
 *
 * @param host as its certificate names it: letters, digits, dots and hyphens
 */
public record PeerName(Organisation organisation, String host) {
    private static final Pattern HOST = Pattern.compile("[0-9A-Za-z.-]{1,120}");

    public PeerName {
        if (!HOST.matcher(host).matches()) {
            throw new IllegalArgumentException("not a peer's name: " + host);
        }
    }

    @Override
    public String toString() {
        return host;
    }
}
