package io.yipiao.gateway.web.desk;

import java.util.List;

/**
 * The first page of the desk.
 *
 * @param queue what waits, the oldest deadline first
 * @param typed what stands in the box
 * @param fault why it found nothing; empty if it was not asked
 * @param found several bills of one number, to choose from
 * @param elsewhere how many bills from elsewhere wait to be checked
 * @param next where the first case is; empty if none waits for this visitor
 */
public record DeskView(
        List<QueueRow> queue,
        String typed,
        String fault,
        List<Found> found,
        int elsewhere,
        String next) {
    public DeskView {
        queue = List.copyOf(queue);
        found = List.copyOf(found);
    }

    /** A bill to choose. */
    public record Found(String id, String identity, String issuer, String total, String date) {}
}
