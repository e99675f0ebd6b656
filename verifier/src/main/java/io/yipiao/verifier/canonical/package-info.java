/**
 * The bytes that must agree: a bill's canonical form, canonical JSON (RFC 8785), hexadecimal and
 * SM3 (GM/T 0004). Values come in, bytes and digests go out.
 */
@NullMarked
package io.yipiao.verifier.canonical;

import org.jspecify.annotations.NullMarked;
