package io.yipiao.gateway.claim;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Who waits to travel, in order, and how many carriers are under way.
 *
 * @param <T> who travels
 */
final class WaitingLine<T> {
    /** Operations that travel together at most. */
    static final int MOST = 50;

    /** Carriers under way at most. */
    static final int CARRIERS = 3;

    private final Deque<T> waiting = new ArrayDeque<>();
    private final Function<T, ?> seat;
    private int carriers;

    /**
     * @param seat of which each is taken once in one go
     */
    WaitingLine(Function<T, ?> seat) {
        this.seat = seat;
    }

    /** Lets somebody wait; says whether another carrier is to set out. */
    synchronized boolean add(T passenger) {
        waiting.add(passenger);
        if (carriers == CARRIERS) {
            return false;
        }
        carriers++;
        return true;
    }

    /** The next to travel together; if there is nobody, a carrier ends. */
    synchronized List<T> next() {
        List<T> next = new ArrayList<>();
        Set<Object> taken = new HashSet<>();
        Iterator<T> all = waiting.iterator();
        while (all.hasNext() && next.size() < MOST) {
            T one = all.next();
            if (taken.add(seat.apply(one))) {
                next.add(one);
                all.remove();
            }
        }
        if (next.isEmpty()) {
            carriers--;
        }
        return next;
    }
}
