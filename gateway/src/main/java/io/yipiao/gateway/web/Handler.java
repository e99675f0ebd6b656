package io.yipiao.gateway.web;

import io.yipiao.verifier.bill.FieldException;

import java.io.IOException;

/** Answers visits of one page; plain blocking code. */
@FunctionalInterface
public interface Handler {
    /**
     * Answers a visit that the table of pages admits.
     *
     * @throws FieldException for input that no form of ours sends
     * @throws NoPageException if there is no such thing, or it is another's
     * @throws IOException if the visitor has gone
     */
    Reply answer(Visit visit) throws FieldException, NoPageException, IOException;
}
