/**
 * Issuers' keys and the signatures they make. Fingerprints come in, seals of 64 bytes go out; a
 * check returns nothing and throws. GM/T 0003.2 and 0009 (SM2), FIPS 186-5 (ES256).
 */
@NullMarked
package io.yipiao.verifier.seal;

import org.jspecify.annotations.NullMarked;
