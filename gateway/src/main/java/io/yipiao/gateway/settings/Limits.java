package io.yipiao.gateway.settings;

import java.time.Duration;

/**
 * What the gateway takes at most.
 *
 * @param bodyBytes of a JSON request
 * @param pictureBytes of a picture
 * @param uploadBytes of an upload of bills
 * @param drain how long a stop waits for requests that are being answered
 */
public record Limits(int bodyBytes, int pictureBytes, long uploadBytes, Duration drain) {}
