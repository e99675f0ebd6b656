package io.yipiao.verifier.audit;

import io.yipiao.verifier.reader.Json;

import java.util.OptionalInt;

/**
 * Something that must not be, and where.
 *
 * @param kind what
 * @param block the block's number
 * @param transaction the transaction's place in it, from 0, unless it is the block's own fault
 * @param why a sentence, in English
 */
public record Breach(BreachKind kind, long block, OptionalInt transaction, String why) {

    static Breach ofBlock(BreachKind kind, long block, String why) {
        return new Breach(kind, block, OptionalInt.empty(), why);
    }

    static Breach of(BreachKind kind, Version at, String why) {
        return new Breach(kind, at.block(), OptionalInt.of(at.transaction()), why);
    }

    /** As {@code {kind, block, transaction?, why}}. */
    public Json.Members json() {
        Json.Writer out =
                Json.object().put("kind", kind.name()).put("block", block).put("why", why);
        transaction.ifPresent(place -> out.put("transaction", place));
        return out.end();
    }
}
