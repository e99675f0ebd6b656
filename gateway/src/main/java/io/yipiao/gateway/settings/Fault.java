package io.yipiao.gateway.settings;

/**
 * One thing that is wrong with the settings.
 *
 * @param source where it was said: {@code --http-port}, {@code YIPIAO_HTTP_PORT}, a file's name
 * @param expected what the setting asks for
 * @param found what was said instead
 */
public record Fault(String source, String expected, String found) {
    @Override
    public String toString() {
        return source + ": expected " + expected + ", found " + found;
    }
}
