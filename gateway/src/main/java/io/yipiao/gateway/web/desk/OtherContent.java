package io.yipiao.gateway.web.desk;

import io.yipiao.gateway.web.Row;

import java.util.List;

/**
 * Another content of a bill's number, beside the bill that is looked at.
 *
 * @param id the gateway's name of it
 * @param origins with which key, in which batch and when each of the two came
 * @param facts what the paper shows first, the same or differing
 * @param differences everything that differs
 */
public record OtherContent(String id, List<Row> origins, List<Row> facts, List<Row> differences) {
    public OtherContent {
        origins = List.copyOf(origins);
        facts = List.copyOf(facts);
        differences = List.copyOf(differences);
    }
}
