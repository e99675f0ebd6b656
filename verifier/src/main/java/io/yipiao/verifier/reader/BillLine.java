package io.yipiao.verifier.reader;

import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.FieldException;

/** What became of one line of an upload. */
public sealed interface BillLine {

    /** The line's number, from 1. */
    long number();

    /** A line that held a bill. */
    record Good(long number, Bill bill) implements BillLine {}

    /**
     * A line that did not.
     *
     * @param line the line as it came, to be handed back
     * @param fault what is wrong with it
     */
    record Faulty(RawLine line, FieldException fault) implements BillLine {
        @Override
        public long number() {
            return line.number();
        }

        /** Line, field, what was expected and what was found, in one sentence. */
        public String message() {
            return "line " + number() + ": " + fault.getMessage();
        }
    }
}
