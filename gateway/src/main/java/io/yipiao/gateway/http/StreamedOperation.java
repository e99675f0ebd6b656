package io.yipiao.gateway.http;

import io.yipiao.verifier.bill.FieldException;

import java.io.IOException;
import java.io.InputStream;

/** Answers requests of one route whose body or answer is too large for memory. */
@FunctionalInterface
public interface StreamedOperation {
    /**
     * Reads the body and writes the answer as it goes. Until the answer has begun it may throw as
     * {@link Operation} does.
     *
     * @param body ends where the body ends; an IOException means that the client has gone
     */
    void answer(Call call, InputStream body, StreamedAnswer answer)
            throws FieldException, ProblemException, IOException;
}
