/**
 * The interface that programs meet: HTTP (RFC 9110), described by openapi.yaml (OpenAPI 3.1),
 * errors as problems (RFC 9457). Requests come in and are held against the table of routes and the
 * contract; handlers, plain blocking code on a virtual thread each, answer them.
 *
 * <p>A new operation takes four lines in four places: its path in {@code openapi.yaml}, its row in
 * {@link io.yipiao.gateway.access.Route}, its handler, and {@code operations.on(Route.X,
 * this::handler)}. The server does not start while one of them is missing.
 */
@NullMarked
package io.yipiao.gateway.http;

import org.jspecify.annotations.NullMarked;
