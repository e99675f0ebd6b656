package io.yipiao.gateway.ledger.model;

import java.util.Optional;

/**
 * One item of a call, in words that both the model and the ledger's calls are made of.
 *
 * @param function of the ledger
 * @param by whose certificate signs, a payer's id, or {@code intake}, {@code supervisor}
 * @param content the bill it brings, where it brings one
 * @param proof whether its batch and its proof are right
 * @param index the place it names, where it names one
 * @param to REPAID or OFFSET, where it recovers
 */
record Item(
        String function,
        String by,
        Optional<Content> content,
        Proof proof,
        String index,
        String payer,
        String claim,
        int n,
        long fen,
        String result,
        Optional<String> reason,
        Optional<String> to) {

    /** What is wrong with how it is shown that a bill was sealed. */
    enum Proof {
        GOOD,
        NO_SUCH_BATCH,
        OTHER_PLACE,
        OTHERS_BATCH
    }

    Content bill() {
        return content.orElseThrow();
    }

    /** All that a repeat has to bring again; of a bill its fingerprint and no place. */
    String request() {
        return String.join(
                "|",
                payer,
                claim,
                "" + n,
                "" + fen,
                content.map(Content::fingerprint).orElse(index),
                result,
                reason.orElse(""),
                to.orElse(""));
    }

    /** The same that names another place. */
    Item at(String place) {
        return new Item(
                function, by, content, proof, place, payer, claim, n, fen, result, reason, to);
    }
}
