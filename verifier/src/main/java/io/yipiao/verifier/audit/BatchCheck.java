package io.yipiao.verifier.audit;

import com.google.protobuf.ByteString;

import io.yipiao.verifier.batch.BatchHeader;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.fees.HashTree;
import io.yipiao.verifier.fees.RunningRoot;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;
import io.yipiao.verifier.seal.IssuerKey;
import io.yipiao.verifier.seal.Seal;
import io.yipiao.verifier.seal.SealException;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * Judges a batch that a transaction wrote, {@code batch/<issuer>/<root>} with {@code {size,
 * keySeq}}: among the arguments of {@code anchor} must stand the leaves that make this root, under
 * a seal of the issuer's key as it is on the ledger.
 */
final class BatchCheck {
    private final TransactionContent content;
    private final WorldState state;

    BatchCheck(TransactionContent content, WorldState state) {
        this.content = content;
        this.state = state;
    }

    /** Checks one batch; the exception says what is wrong. */
    void check(String key, byte[] value) throws FieldException, UntrustedException {
        String[] parts = key.split("/", -1);
        Json.Members batch = JsonReader.readObject(value);
        if (!content.function().equals("anchor") || parts.length != 3) {
            throw new UntrustedException("a call of " + content.function() + " wrote it");
        }
        List<Json.Members> items =
                items(
                        content.arguments().size() > 1
                                ? content.arguments().get(1)
                                : ByteString.EMPTY);
        for (int i = 0; i < items.size(); i++) {
            Json.Members item = items.get(i);
            if (item.text("root").equals(parts[2])
                    && Long.toString(item.whole("issuer")).equals(parts[1])) {
                check(item, leaves(i), batch);
                return;
            }
        }
        throw new UntrustedException("no item of the call brings it");
    }

    private void check(Json.Members item, ByteString leaves, Json.Members batch)
            throws FieldException, UntrustedException {
        RunningRoot root = new RunningRoot();
        byte[] leaf = new byte[Digest.LENGTH];
        for (ByteBuffer in = leaves.asReadOnlyByteBuffer(); in.remaining() >= leaf.length; ) {
            in.get(leaf);
            root.add(HashTree.leaf(leaf));
        }
        if (root.size() == 0 || leaves.size() % Digest.LENGTH != 0) {
            throw new UntrustedException("its leaves are " + leaves.size() + " bytes");
        }
        if (!root.root().hex().equals(item.text("root"))) {
            throw new UntrustedException("its leaves make root " + root.root());
        }
        if (batch.whole("size") != root.size()) {
            throw new UntrustedException(
                    "it has %d leaves and is written as %d"
                            .formatted(root.size(), batch.whole("size")));
        }
        if (batch.whole("keySeq") != item.whole("keySeq")) {
            throw new UntrustedException("it is written under another key than the call names");
        }
        checkSeal(new BatchHeader((int) item.whole("issuer"), root.size(), root.root()), item);
    }

    private void checkSeal(BatchHeader header, Json.Members item)
            throws FieldException, UntrustedException {
        Optional<byte[]> issuer = state.value(RegistryCheck.REGISTRY, "issuer/" + header.issuer());
        if (issuer.isEmpty()) {
            throw new UntrustedException("issuer " + header.issuer() + " is not enrolled");
        }
        for (Json.Members key : JsonReader.readObject(issuer.get()).items("keys").objects("keys")) {
            if (key.whole("seq") == item.whole("keySeq")) {
                try {
                    header.checkSeal(
                            IssuerKey.read(key).key(), Seal.ofHex("seal", item.text("seal")));
                    return;
                } catch (SealException e) {
                    throw new UntrustedException("its seal does not verify");
                }
            }
        }
        throw new UntrustedException("the issuer has no key " + item.whole("keySeq"));
    }

    private static List<Json.Members> items(ByteString argument) throws FieldException {
        return JsonReader.read(argument.toByteArray()) instanceof Json.Items items
                ? items.objects("items")
                : List.of();
    }

    private ByteString leaves(int item) {
        int place = item + 2;
        return place < content.arguments().size()
                ? content.arguments().get(place)
                : ByteString.EMPTY;
    }
}
