/**
 * What a bill is: values that are valid once built. Parts come in, from code that trusts itself
 * through constructors (IllegalArgumentException) or from outside through factories named {@code
 * of} (FieldException, naming the field); bills, of which every part agrees with every other, go
 * out. Domain: the Ministry of Finance's fiscal medical e-bill and the tax administration's
 * invoices; GB 11643 (identity numbers), GB 32100 (credit codes), ICD-10.
 */
@NullMarked
package io.yipiao.verifier.bill;

import org.jspecify.annotations.NullMarked;
