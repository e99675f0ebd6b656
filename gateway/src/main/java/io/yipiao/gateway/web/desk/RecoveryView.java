package io.yipiao.gateway.web.desk;

import io.yipiao.gateway.web.Field;
import io.yipiao.gateway.web.Row;
import io.yipiao.gateway.web.Step;

import java.util.List;

/**
 * What is wanted back of a claim, and what becomes of it.
 *
 * @param open what is still wanted, as an amount; empty if nothing is
 * @param facts the amounts, in the order in which they explain one another
 * @param parts how it was closed, the oldest first
 * @param digest what another organisation confirms; empty if nothing waits for it
 * @param fields the form's, as it was filled in
 * @param supervisor whether the visitor may ask for a write-off
 */
public record RecoveryView(
        String claim,
        String name,
        String state,
        String open,
        List<Row> facts,
        List<Step> parts,
        String digest,
        RecoveryForm form,
        List<Field> fields,
        boolean supervisor) {
    public RecoveryView {
        facts = List.copyOf(facts);
        parts = List.copyOf(parts);
        fields = List.copyOf(fields);
    }

    /** A line of the list. */
    public record Entry(
            String claim, String name, String amount, String since, String age, String waits) {}

    /** What is wanted back of anybody, the oldest first. */
    public record Entries(List<Entry> entries, String total) {
        public Entries {
            entries = List.copyOf(entries);
        }
    }
}
