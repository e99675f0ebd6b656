package io.yipiao.gateway.settings;

import java.net.URI;
import java.nio.file.Path;

/**
 * Who sends text messages to people.
 *
 * @param url takes a message a request
 * @param tokenFile a file with the token for it, read for each message
 */
public record SmsSettings(URI url, Path tokenFile) {}
