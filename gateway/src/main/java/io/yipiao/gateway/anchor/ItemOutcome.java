package io.yipiao.gateway.anchor;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;

import java.util.ArrayList;
import java.util.List;

/**
 * What the ledger says of one item of a bulk call.
 *
 * @param outcome such as ANCHORED or REVERSED, or REFUSED
 * @param message a refusal's sentence, else empty
 */
record ItemOutcome(String outcome, String message) {
    private static final String REFUSED = "REFUSED";

    /** Reads a bulk call's answer, an entry an item, in order. */
    static List<ItemOutcome> read(byte[] answer) {
        try {
            if (JsonReader.read(answer) instanceof Json.Items items) {
                List<ItemOutcome> outcomes = new ArrayList<>();
                for (Json.Members item : items.objects("answer")) {
                    outcomes.add(
                            new ItemOutcome(
                                    item.text("outcome"), item.optionalText("message").orElse("")));
                }
                return outcomes;
            }
            throw new FieldException("answer", "a list", "another value");
        } catch (FieldException e) {
            throw new IllegalStateException("the ledger's answer does not read", e);
        }
    }

    /** Whether nothing was written for it. */
    boolean isRefused() {
        return outcome.equals(REFUSED);
    }
}
