/**
 * What a bill is known by. A valid bill and its salts come in; the core, the commitments, the
 * fingerprint and the index go out, to the byte.
 */
@NullMarked
package io.yipiao.verifier.fingerprint;

import org.jspecify.annotations.NullMarked;
