package io.yipiao.chaincode.rules;

import io.yipiao.chaincode.state.Refusal;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;

/** What is done to one object: enrol, revoke, suspend, rotate a key, open a series, set rules. */
@FunctionalInterface
public interface AdministrativeRule {

    /**
     * Writes what the arguments ask for.
     *
     * @return whether anything had to be written: false if it stands so already
     */
    boolean apply(Json.Members arguments, Transaction transaction) throws FieldException, Refusal;
}
