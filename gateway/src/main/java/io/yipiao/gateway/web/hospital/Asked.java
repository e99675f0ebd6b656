package io.yipiao.gateway.web.hospital;

import io.yipiao.gateway.web.NoPageException;
import io.yipiao.gateway.web.Visit;

import java.util.UUID;

/** What a visit's address names. */
final class Asked {
    private Asked() {}

    /** The id in its path; another spelling names nothing. */
    static UUID id(Visit visit) throws NoPageException {
        try {
            return UUID.fromString(visit.call().path("id"));
        } catch (IllegalArgumentException e) {
            throw new NoPageException();
        }
    }

    /** From which entry of a list on, counted from 0. */
    static int from(Visit visit) {
        return visit.call()
                .query("from")
                .filter(text -> text.matches("[0-9]{1,7}"))
                .map(Integer::parseInt)
                .orElse(0);
    }
}
