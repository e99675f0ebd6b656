/**
 * The bench: each row of the table is measured beside its baseline in the same run, both in turn,
 * and told as a ratio with its spread. Comes in: a scale and the rows asked for. Goes out: the
 * table as text, as JSON and as a picture.
 */
@NullMarked
package io.yipiao.network.bench;

import org.jspecify.annotations.NullMarked;
