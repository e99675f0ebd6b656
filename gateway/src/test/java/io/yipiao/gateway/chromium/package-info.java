/**
 * What people see and do, in a real Chromium on the demonstration: pages open as phone and desk, in
 * both languages, with scripts and without. Each test takes a person and bills of its own.
 */
@NullMarked
package io.yipiao.gateway.chromium;

import org.jspecify.annotations.NullMarked;
