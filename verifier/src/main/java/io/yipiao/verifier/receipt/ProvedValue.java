package io.yipiao.verifier.receipt;

import io.yipiao.verifier.reader.Json;

import java.util.List;

/**
 * What a checked receipt proves: two organisations' peers each signed that the registry, asked so,
 * answered so, and that the key it read had been written last by this transaction of this block.
 * Only a valid transaction sets a key's version, so the block holds a valid one. A later one may
 * have changed the key since: the receipt does not tell.
 *
 * @param channel the ledger's channel
 * @param organisations which two signed, Insurance first
 * @param arguments the arguments of {@code prove}, which name what was asked
 * @param key the ledger's key that holds it: {@code bill/<index>} or {@code batch/<issuer>/<root>}
 * @param response the registry's answer
 * @param fact the answer, read
 * @param block the number of the block that wrote the key last
 * @param transaction the transaction's place in the block, from 0
 */
public record ProvedValue(
        String channel,
        List<String> organisations,
        List<String> arguments,
        String key,
        Json.Members response,
        ProvedFact fact,
        long block,
        long transaction) {

    public ProvedValue {
        organisations = List.copyOf(organisations);
        arguments = List.copyOf(arguments);
    }
}
