package io.yipiao.gateway.http;

import java.util.function.Consumer;

/**
 * A path that somebody else answers, beside the contract's operations.
 *
 * @param path parameters in braces, as the contract spells them
 * @param answering answers on a thread of its own, and sends exactly one answer
 */
public record Mount(String method, String path, Consumer<Exchange> answering) {}
