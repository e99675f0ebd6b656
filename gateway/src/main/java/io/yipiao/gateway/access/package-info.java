/**
 * Who may do what: tokens with roles and an owner, and the one table of routes. A request's
 * Authorization header (RFC 6750) comes in, a principal or a refusal goes out. Ownership of single
 * things is each feature's own, in its {@code WHERE}.
 */
@NullMarked
package io.yipiao.gateway.access;

import org.jspecify.annotations.NullMarked;
