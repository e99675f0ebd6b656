package io.yipiao.gateway.web.desk;

import io.yipiao.gateway.web.Row;

import java.util.List;

/**
 * Two bills beside each other.
 *
 * @param title what the comparison came to
 * @param near the pair as the first bill's page shows it
 * @param facts of both, by field
 * @param counts how many items are the same, differ, or stand on one bill only
 * @param back the first bill's page
 * @param other the second bill's page
 */
public record NearView(
        String title,
        NearRow near,
        List<Row> facts,
        String counts,
        List<NearItem> items,
        String back,
        String other) {
    public NearView {
        facts = List.copyOf(facts);
        items = List.copyOf(items);
    }
}
