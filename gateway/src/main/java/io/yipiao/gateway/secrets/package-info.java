/**
 * Secrets and what they protect: keys in a folder of files that only the gateway's user reads;
 * personal data encrypted with SM4 (GB/T 32907) in Galois/counter mode (NIST SP 800-38D, as RFC
 * 8998 has it); people looked up by a keyed hash (HMAC-SM3); issuers' keys in custody, encrypted
 * like personal data. Clear text comes in, rows without any go out, and back.
 */
@NullMarked
package io.yipiao.gateway.secrets;

import org.jspecify.annotations.NullMarked;
