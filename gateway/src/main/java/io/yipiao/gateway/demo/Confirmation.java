package io.yipiao.gateway.demo;

/** Finance, who confirms what Insurance's administrator asked for. */
@FunctionalInterface
public interface Confirmation {
    /**
     * Confirms a pending call.
     *
     * @param digest 64 hexadecimal digits
     */
    void confirm(String digest);
}
