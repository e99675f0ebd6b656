package io.yipiao.gateway.web.hospital;

import io.yipiao.gateway.web.Field;
import io.yipiao.gateway.web.Row;

import java.util.List;
import java.util.UUID;

/**
 * What the page shows on which a bill is put on paper.
 *
 * @param rows what the paper will say
 * @param obstacle why it cannot be put on paper now; empty if it can
 * @param fault why it was not just now; empty if nothing was tried
 * @param sealsHere whether the gateway holds the hospital's key
 */
public record ExchangeView(
        UUID bill,
        List<Row> rows,
        List<PaperRow> papers,
        String obstacle,
        String fault,
        List<Field> fields,
        String at,
        String key,
        boolean sealsHere) {
    public ExchangeView {
        rows = List.copyOf(rows);
        papers = List.copyOf(papers);
        fields = List.copyOf(fields);
    }

    /**
     * One of its papers.
     *
     * @param state the key of its word
     * @param moved since when it is there; empty while it is out
     */
    public record PaperRow(UUID id, String number, String state, String tone, String moved) {
        public boolean isOut() {
            return moved.isEmpty();
        }
    }

    /** Where its form goes. */
    public String path() {
        return "/hospital/bills/" + bill + "/exchange";
    }
}
