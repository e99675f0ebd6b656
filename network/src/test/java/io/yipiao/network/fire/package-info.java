/**
 * Judges what went on under fire by two things alone: the log of what clients asked and were told,
 * and a peer's exported blocks. In come lines of JSON ({@link io.yipiao.network.fire.Told}) and
 * blocks, out come {@link io.yipiao.network.fire.Finding}s.
 */
@NullMarked
package io.yipiao.network.fire;

import org.jspecify.annotations.NullMarked;
