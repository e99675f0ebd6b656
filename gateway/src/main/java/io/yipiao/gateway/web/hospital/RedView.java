package io.yipiao.gateway.web.hospital;

import io.yipiao.gateway.web.Field;
import io.yipiao.gateway.web.LineRow;
import io.yipiao.gateway.web.Row;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What the page shows on which a bill is taken back.
 *
 * @param number its code and number
 * @param total of the bill
 * @param obstacle why it cannot be taken back; empty if it can
 * @param paper where the paper is recorded that stands in the way; empty if none does
 * @param fault why it was not taken back just now; empty if nothing was tried
 * @param ticked the numbers of lines to be refunded
 * @param drafts what would be issued; empty while it is being filled in
 * @param sealsHere whether the gateway holds the hospital's key
 */
public record RedView(
        UUID bill,
        String number,
        String total,
        String obstacle,
        String paper,
        String fault,
        List<LineRow> lines,
        Set<Integer> ticked,
        List<Field> fields,
        List<Draft> drafts,
        String at,
        String key,
        boolean sealsHere) {
    public RedView {
        lines = List.copyOf(lines);
        ticked = Set.copyOf(ticked);
        fields = List.copyOf(fields);
        drafts = List.copyOf(drafts);
    }

    /**
     * A bill that would be issued.
     *
     * @param kind red or new: the key of its heading
     */
    public record Draft(String kind, List<Row> rows, List<LineRow> lines) {
        public Draft {
            rows = List.copyOf(rows);
            lines = List.copyOf(lines);
        }
    }

    /** Where its form goes. */
    public String path() {
        return "/hospital/bills/" + bill + "/red";
    }
}
