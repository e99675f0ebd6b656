package io.yipiao.gateway.claim;

/**
 * What became of a step that somebody wished of a bill from elsewhere: a result, a question, an
 * answer.
 */
public sealed interface CheckedElsewhere {

    /** It is done, by this or by the same person's earlier press. */
    record Done(ElsewhereFiling filing) implements CheckedElsewhere {}

    /** Somebody else was faster, or it was taken back. */
    record TooLate(ElsewhereFiling filing) implements CheckedElsewhere {}

    /** It is his own, or he is the patient. */
    record OwnClaim() implements CheckedElsewhere {}

    /** There is none of this number. */
    record Unknown() implements CheckedElsewhere {}
}
