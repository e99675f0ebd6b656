/**
 * The chaincode's process. A peer calls over gRPC with mutual TLS (Fabric 2.5, chaincode as a
 * service); its proposals come in, the registry's answers go out, and nothing is decided here.
 */
@NullMarked
package io.yipiao.chaincode.server;

import org.jspecify.annotations.NullMarked;
