/**
 * A second description of the ledger's rules, in plain data and without a line of the chaincode's,
 * written from the tables of operations and the decisions in the chaincode's README. Random
 * sequences of calls are played on it and on a ledger, which have to answer and end up the same.
 */
@NullMarked
package io.yipiao.gateway.ledger.model;

import org.jspecify.annotations.NullMarked;
