/**
 * The QR code on a bill's face. An opening and its seal come in, one symbol goes out; a picture or
 * a scanned text comes in, and what it is goes out. RFC 4648 (Base32), ISO/IEC 18004 (QR), and this
 * project's payload. Nothing here asks a network.
 */
@NullMarked
package io.yipiao.verifier.qr;

import org.jspecify.annotations.NullMarked;
