/**
 * People who sign in with a browser. A login and a password (Argon2id, RFC 9106) come in, or the
 * answer of an OpenID provider (OpenID Connect Core 1.0, RFC 7636); the text of a session goes out,
 * and later who holds it, as the same principal that a token gives. Cookies and pages are the web
 * server's.
 */
@NullMarked
package io.yipiao.gateway.session;

import org.jspecify.annotations.NullMarked;
