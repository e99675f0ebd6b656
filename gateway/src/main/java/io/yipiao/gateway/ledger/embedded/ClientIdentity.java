package io.yipiao.gateway.ledger.embedded;

import com.google.protobuf.ByteString;

import io.yipiao.chaincode.state.Caller;

/**
 * Someone who may propose.
 *
 * @param caller the MSP and the attributes that the certificate carries
 * @param creator the SerializedIdentity: MSP and certificate
 */
record ClientIdentity(Caller caller, ByteString creator) {}
