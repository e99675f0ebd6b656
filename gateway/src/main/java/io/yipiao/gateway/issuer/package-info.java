/**
 * Hospitals and their keys: an enrolment is asked for and confirmed by another organisation; the
 * keys that the ledger then holds check uploads and stand in the signed trust list.
 */
@NullMarked
package io.yipiao.gateway.issuer;

import org.jspecify.annotations.NullMarked;
