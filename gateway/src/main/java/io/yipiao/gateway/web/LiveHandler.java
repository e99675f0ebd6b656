package io.yipiao.gateway.web;

import io.yipiao.gateway.http.StreamedAnswer;
import io.yipiao.verifier.bill.FieldException;

import java.io.IOException;

/** Answers visits with something that is written as it goes: events, or a large file. */
@FunctionalInterface
public interface LiveHandler {
    /**
     * Writes the answer. Until it has begun it may throw as {@link Handler} does.
     *
     * @throws IOException if the visitor has gone
     */
    void answer(Visit visit, StreamedAnswer answer)
            throws FieldException, NoPageException, IOException;
}
