package io.yipiao.gateway.screen;

import io.yipiao.verifier.bill.Bill;

/** Two bills, and what is known of them because they were made so. */
record MadePair(Kind kind, Bill first, Bill second) {

    /** What was made. */
    enum Kind {
        /** The same bill keyed again under another number, often with slips. */
        REKEYED_COPY(true),
        /** The hospital, or another, bills a stay a second time with some lines more and less. */
        STAY_BILLED_TWICE(true),
        /** A part of a bill comes as a bill of its own. */
        SPLIT_BILL(true),
        /** What replaces a bill after a refund, and says so. */
        REISSUED_AFTER_REFUND(false),
        /** The same course of treatment, weeks later. */
        MONTHLY_CHEMOTHERAPY(false),
        /** Two newborns of a day with the same care. */
        TWINS(false),
        /** A family with one flu, on one day at one hospital. */
        FAMILY_FLU(false),
        /** Dialysis, refills, infusions day after day, two departments, a transfer. */
        EVERYDAY(false);

        private final boolean duplicate;

        Kind(boolean duplicate) {
            this.duplicate = duplicate;
        }

        boolean isDuplicate() {
            return duplicate;
        }
    }
}
