package io.yipiao.gateway.session;

import java.time.Instant;

/**
 * Somebody who was sent to the OpenID provider.
 *
 * @param back where he was before
 * @param anew whether he must sign in there once more
 * @param begunAt when he left, by the database's clock
 */
record Awaited(Back back, boolean anew, Instant begunAt) {}
