package io.yipiao.gateway.http;

import io.yipiao.verifier.bill.FieldException;

/** Answers the requests of one route; plain blocking code. */
@FunctionalInterface
public interface Operation {
    /**
     * Answers a request that the gate has admitted and the contract allows.
     *
     * @throws FieldException for bad input: a 400 that names the field
     * @throws ProblemException for any other answer than the one asked for
     */
    Answer answer(Call call) throws FieldException, ProblemException;
}
