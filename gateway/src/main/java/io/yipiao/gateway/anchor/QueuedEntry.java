package io.yipiao.gateway.anchor;

import com.google.protobuf.ByteString;

import io.yipiao.verifier.reader.Json;

/**
 * An outbox entry, ready to travel.
 *
 * @param id its row
 * @param tries how often it went in vain; once is enough to let it travel alone
 * @param weight how many bytes of content it brings
 * @param item its place in the call's list
 * @param content a batch's leaves, or a red bill's opening, which no block may hold
 */
record QueuedEntry(long id, int tries, int weight, Json item, ByteString content) {

    QueuedEntry with(byte[] leaves) {
        return new QueuedEntry(id, tries, weight, item, ByteString.copyFrom(leaves));
    }
}
