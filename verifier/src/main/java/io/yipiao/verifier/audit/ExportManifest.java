package io.yipiao.verifier.audit;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;

import java.util.Set;

/**
 * What an export says of itself, {@code {channel, first, last, organisation}}. It is signed by
 * nobody and proves nothing; by it a file is known to be whole.
 *
 * @param channel the ledger's channel
 * @param organisation whose peer gave the blocks
 * @param last the number of the last block; the first is 0
 */
public record ExportManifest(String channel, String organisation, long last) {
    private static final Set<String> FIELDS = Set.of("channel", "organisation", "first", "last");

    public static ExportManifest parse(byte[] utf8) throws FieldException {
        Json.Members in = JsonReader.readObject(utf8);
        in.only(FIELDS);
        if (in.whole("first") != 0 || in.whole("last") < 0) {
            throw new FieldException(
                    "first", "all blocks from 0 on", in.whole("first") + " to " + in.whole("last"));
        }
        return new ExportManifest(in.text("channel"), in.text("organisation"), in.whole("last"));
    }

    public byte[] bytes() {
        return Jcs.bytes(
                Json.object()
                        .put("channel", channel)
                        .put("organisation", organisation)
                        .put("first", 0)
                        .put("last", last)
                        .end());
    }
}
