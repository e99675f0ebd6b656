package io.yipiao.gateway.web;

import java.io.InputStream;

/**
 * A file that a visitor sends.
 *
 * @param name as his machine calls it; shown to nobody else
 * @param content ends where the file ends; empty if he chose none
 */
public record SentFile(String name, InputStream content) {}
