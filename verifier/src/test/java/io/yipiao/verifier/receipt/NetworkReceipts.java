package io.yipiao.verifier.receipt;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Receipts that the peers of a network of Fabric 2.5 gave, made by {@code network/fabric up} with
 * certificates of Fabric CA, and its roots; its keys are gone. {@code network.json} holds them.
 */
public final class NetworkReceipts {
    private static final Json.Members ALL = read();

    private NetworkReceipts() {}

    /** The roots' file. */
    public static byte[] rootsFile() {
        return Jcs.bytes(member("roots"));
    }

    public static OrganisationRoots roots() {
        try {
            return OrganisationRoots.parse(rootsFile());
        } catch (FieldException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A receipt's bytes, by the kind of answer that it is. */
    public static byte[] bytes(String kind) {
        return Objects.requireNonNull(all().get(kind), kind);
    }

    public static Receipt receipt(String kind) {
        try {
            return Receipt.parse(bytes(kind));
        } catch (FieldException e) {
            throw new IllegalStateException(e);
        }
    }

    public static SortedMap<String, byte[]> all() {
        SortedMap<String, byte[]> all = new TreeMap<>();
        member("receipts")
                .values()
                .forEach((kind, text) ->
                        all.put(kind, ((Json.Text) text).value().getBytes(StandardCharsets.UTF_8)));
        return all;
    }

    private static Json.Members member(String name) {
        try {
            return ALL.object(name);
        } catch (FieldException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Json.Members read() {
        try (InputStream in = NetworkReceipts.class.getResourceAsStream("network.json")) {
            return JsonReader.readObject(Objects.requireNonNull(in).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FieldException e) {
            throw new IllegalStateException(e);
        }
    }
}
