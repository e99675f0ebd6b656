package io.yipiao.gateway.web.bureau;

import io.yipiao.gateway.web.Field;
import io.yipiao.gateway.web.Row;
import io.yipiao.gateway.web.Step;

import java.util.List;

/**
 * One alarm.
 *
 * @param next what to do about it
 * @param leads what to look at
 * @param fresh whether it can be taken in hand
 * @param open whether it can be closed
 * @param fault what hindered the last attempt; else empty
 */
public record AlarmView(
        String id,
        String kind,
        String state,
        String tone,
        List<Row> facts,
        String next,
        List<Lead> leads,
        List<Step> steps,
        boolean fresh,
        boolean open,
        Field reason,
        String fault) {
    public AlarmView {
        facts = List.copyOf(facts);
        leads = List.copyOf(leads);
        steps = List.copyOf(steps);
    }

    /**
     * What to look at.
     *
     * @param path of its page; empty if this visitor may not open it
     */
    public record Lead(String path, String words) {}
}
