package io.yipiao.gateway.web;

import io.yipiao.verifier.bill.FieldException;

import java.io.IOException;

/** Answers a form that holds a file too large for memory. */
@FunctionalInterface
public interface FileHandler {
    /**
     * Reads the file as it comes.
     *
     * @param visit with the fields that stood before the file
     * @throws IOException if the visitor has gone
     */
    Reply answer(Visit visit, SentFile file) throws FieldException, NoPageException, IOException;
}
