/** Where the time goes: samples of a recording in, a flame graph as a picture out. */
@NullMarked
package io.yipiao.network.bench.profile;

import org.jspecify.annotations.NullMarked;
