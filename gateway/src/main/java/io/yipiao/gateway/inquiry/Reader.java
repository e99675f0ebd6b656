package io.yipiao.gateway.inquiry;

import io.yipiao.gateway.secrets.PersonId;

/** Who asks about a bill; it decides what he is shown. */
public sealed interface Reader {

    /** Anyone: what the paper says, and whether it is free, partly or fully claimed. */
    record Stranger() implements Reader {}

    /** A citizen: of a bill of his own, or of one for whom he acts, its shares too. */
    record Citizen(PersonId person) implements Reader {}

    /** A clerk, supervisor or auditor: all of it. */
    record Official() implements Reader {}

    /** A payer: the shares, the others' without their claims. */
    record Payer(String payer) implements Reader {}
}
