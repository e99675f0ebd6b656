package io.yipiao.gateway.secrets;

/**
 * A secret is missing, in danger or not the one that was used before, or what it protects was
 * altered. The message holds no secret.
 */
public final class SecretsException extends RuntimeException {
    SecretsException(String message) {
        super(message);
    }

    SecretsException(String message, Throwable cause) {
        super(message, cause);
    }
}
