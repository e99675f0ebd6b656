package io.yipiao.chaincode.rules;

import io.yipiao.chaincode.record.Rules;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Adds index keys of years by their check values: {@code {indexKeys: {year: check}}}. A year's key
 * never changes: under another key every bill of that year would stand at a new place, unclaimed.
 */
public final class SetRules implements AdministrativeRule {

    @Override
    public boolean apply(Json.Members arguments, Transaction transaction) throws FieldException {
        arguments.only(Set.of("indexKeys"));
        Rules rules = transaction.rules();
        SortedMap<String, String> keys = new TreeMap<>(rules.indexKeys());
        for (Map.Entry<String, String> added :
                Rules.readIndexKeys(arguments.object("indexKeys")).entrySet()) {
            String standing = keys.putIfAbsent(added.getKey(), added.getValue());
            if (standing != null && !standing.equals(added.getValue())) {
                throw new FieldException(
                        "indexKeys." + added.getKey(), standing + " for good", added.getValue());
            }
        }
        if (rules.version() > 0 && keys.equals(rules.indexKeys())) {
            return false;
        }
        transaction.records().put(new Rules(rules.version(), keys).renewed());
        return true;
    }
}
