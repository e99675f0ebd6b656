/**
 * A Hyperledger Fabric 2.5 network, reached through peers' gateway service (fabric-gateway). The
 * network's {@code client.json} says where its peers are and who we are; calls come in, what the
 * peers answered goes out.
 */
@NullMarked
package io.yipiao.gateway.ledger.fabric;

import org.jspecify.annotations.NullMarked;
