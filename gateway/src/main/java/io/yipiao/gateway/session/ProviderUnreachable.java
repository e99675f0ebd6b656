package io.yipiao.gateway.session;

/** The OpenID provider does not answer, or not as one. */
public final class ProviderUnreachable extends RuntimeException {
    ProviderUnreachable(String message, Throwable cause) {
        super(message, cause);
    }
}
