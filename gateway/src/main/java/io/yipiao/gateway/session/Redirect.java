package io.yipiao.gateway.session;

import java.net.URI;

/**
 * Sends a browser to the OpenID provider.
 *
 * @param to where it goes
 * @param cookieText what it must hold when it comes back, within ten minutes; a secret
 */
public record Redirect(URI to, String cookieText) {
    @Override
    public String toString() {
        return "Redirect";
    }
}
