package io.yipiao.gateway.session;

import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;

import io.yipiao.verifier.canonical.Sm3;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A browser's way to the provider and back. Nonce and code verifier (RFC 7636) are hashes of what
 * the browser alone holds, so that no copy of the database finishes what another began.
 *
 * @param browser what the browser holds
 */
record Errand(SessionText browser) {
    Nonce nonce() {
        return new Nonce(derived("yipiao/oidc-nonce/1"));
    }

    CodeVerifier verifier() {
        return new CodeVerifier(derived("yipiao/oidc-verifier/1"));
    }

    private String derived(String label) {
        byte[] digest =
                new Sm3(label)
                        .add(browser.reveal().getBytes(StandardCharsets.US_ASCII))
                        .digest()
                        .bytes();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }
}
