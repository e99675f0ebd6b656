/**
 * Reads bills from outside. Bytes come in: one JSON value, or an upload of one a line. Valid values
 * of the package bill go out, or a FieldException that names field, what was expected and what was
 * found; an upload adds the line. JSON is RFC 8259.
 */
@NullMarked
package io.yipiao.verifier.reader;

import org.jspecify.annotations.NullMarked;
