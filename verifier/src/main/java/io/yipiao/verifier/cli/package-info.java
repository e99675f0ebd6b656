/**
 * {@code yipiao-verify}: all that an auditor or a hospital needs without the gateway. Files and
 * texts come in; sentences and an exit code go out: 0 good, 1 not good, 2 the call or its input
 * cannot be used, 3 this program failed. This is the edge: the clock, files and the terminal are
 * met here and nowhere below.
 */
@NullMarked
package io.yipiao.verifier.cli;

import org.jspecify.annotations.NullMarked;
