/**
 * Reads bills from outside. Bytes come in, valid values of the package bill go out, or a
 * FieldException that names line, field, what was expected and what was found. JSON is RFC 8259.
 */
@NullMarked
package io.yipiao.verifier.reader;

import org.jspecify.annotations.NullMarked;
