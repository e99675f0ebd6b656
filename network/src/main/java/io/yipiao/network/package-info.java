/**
 * Fabric networks on this machine as objects: started, stopped, broken by the command {@code
 * network/fabric}, for tests and for the bench.
 */
@NullMarked
package io.yipiao.network;

import org.jspecify.annotations.NullMarked;
