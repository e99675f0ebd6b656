/**
 * What a bill is: values that are valid once built. Nothing comes in but the platform; identities,
 * amounts and relations go out. Domain: the Ministry of Finance's fiscal medical e-bill and the tax
 * administration's invoices.
 */
@NullMarked
package io.yipiao.verifier.bill;

import org.jspecify.annotations.NullMarked;
