package io.yipiao.gateway.claim;

import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.verdict.Sentence;

/** What a claim on a bill would come to, as far as is known beforehand. */
public sealed interface Prospect {

    /**
     * Basic insurance would pay.
     *
     * @param fund how much, more than nothing
     */
    record Gives(Fen fund) implements Prospect {}

    /**
     * It would pay nothing.
     *
     * @param why as the citizen reads it
     */
    record Nothing(Sentence why) implements Prospect {
        static Prospect because(Reason reason) {
            return new Nothing(new Sentence(reason.chinese(), reason.english()));
        }

        static Prospect because(Submission.Cause cause) {
            return new Nothing(new Sentence(cause.chinese(), cause.english()));
        }
    }
}
