package io.yipiao.gateway.web.hospital;

import io.yipiao.gateway.web.Field;

import java.util.List;
import java.util.UUID;

/**
 * What the window shows of somebody who came.
 *
 * @param person his name
 * @param bills of this hospital
 * @param fields of the form that files them
 * @param account the end of his account's number; empty if he has none
 * @param faults why some were not filed
 * @param filed whether this window has filed for him
 * @param key of the form, by which it is known when it comes again
 */
public record FilingView(
        UUID visit,
        String person,
        List<Choice> bills,
        List<Field> fields,
        String account,
        List<String> faults,
        boolean filed,
        String key) {
    public FilingView {
        bills = List.copyOf(bills);
        fields = List.copyOf(fields);
        faults = List.copyOf(faults);
    }

    /**
     * A bill to tick.
     *
     * @param estimate what it would give; empty if it cannot be claimed now
     * @param emergency whether he says that the visit was one
     */
    public record Choice(
            UUID id,
            String number,
            String day,
            String total,
            String estimate,
            boolean ticked,
            boolean emergency) {}

    public String path() {
        return "/hospital/window/" + visit;
    }

    /** Whether there is anything to file. */
    public boolean claimable() {
        return bills.stream().anyMatch(bill -> !bill.estimate().isEmpty());
    }
}
