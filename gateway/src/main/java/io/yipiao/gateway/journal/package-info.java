/**
 * What the service says of itself: one JSON object a line on standard error. Messages with named
 * values come in, from our code and, through java.util.logging and SLF4J, from the libraries; no
 * personal data goes out: whatever looks like an identity, card or telephone number, or QR text, is
 * masked.
 */
@NullMarked
package io.yipiao.gateway.journal;

import org.jspecify.annotations.NullMarked;
