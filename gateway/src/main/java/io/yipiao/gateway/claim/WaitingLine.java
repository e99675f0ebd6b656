package io.yipiao.gateway.claim;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Who waits to travel, in order, and how many carriers are under way. */
final class WaitingLine {
    /** Operations that travel together at most. */
    static final int MOST = 50;

    /** Carriers under way at most. */
    static final int CARRIERS = 3;

    private final Deque<Passenger> waiting = new ArrayDeque<>();
    private int carriers;

    /** Lets somebody wait; says whether another carrier is to set out. */
    synchronized boolean add(Passenger passenger) {
        waiting.add(passenger);
        if (carriers == CARRIERS) {
            return false;
        }
        carriers++;
        return true;
    }

    /**
     * The next to travel together, no two with the same bill; if there is nobody, a carrier ends.
     */
    synchronized List<Passenger> next() {
        List<Passenger> next = new ArrayList<>();
        Set<UUID> bills = new HashSet<>();
        Iterator<Passenger> all = waiting.iterator();
        while (all.hasNext() && next.size() < MOST) {
            Passenger passenger = all.next();
            if (bills.add(passenger.claim().bill())) {
                next.add(passenger);
                all.remove();
            }
        }
        if (next.isEmpty()) {
            carriers--;
        }
        return next;
    }
}
