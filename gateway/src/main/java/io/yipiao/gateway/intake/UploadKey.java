package io.yipiao.gateway.intake;

/**
 * Under what an upload can be sent again and is answered the same.
 *
 * @param principal who sends it
 * @param key his name of it, the header {@code Idempotency-Key}: 1 to 128 characters
 */
public record UploadKey(String principal, String key) {
    public UploadKey {
        if (key.isBlank() || key.length() > 128) {
            throw new IllegalArgumentException("an idempotency key has 1 to 128 characters");
        }
    }
}
