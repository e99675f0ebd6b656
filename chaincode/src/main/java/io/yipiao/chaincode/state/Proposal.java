package io.yipiao.chaincode.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;

import java.util.List;
import java.util.Map;

/**
 * What a client proposes: the function's name and its arguments, which blocks will hold, and
 * transient data, which only the endorsers see. Either is at most 1 MiB together.
 */
public final class Proposal {
    /** The most that all arguments, or all transient data, may have together. */
    public static final int LARGEST = 1 << 20;

    private final List<byte[]> args;
    private final Map<String, byte[]> transientData;

    private Proposal(List<byte[]> args, Map<String, byte[]> transientData) {
        this.args = args;
        this.transientData = transientData;
    }

    public static Proposal of(List<byte[]> args, Map<String, byte[]> transientData)
            throws FieldException {
        if (args.isEmpty()) {
            throw new FieldException("arguments", "a function's name first", "none");
        }
        checkSize("arguments", args);
        checkSize("transient data", transientData.values());
        return new Proposal(List.copyOf(args), Map.copyOf(transientData));
    }

    public String function() {
        return new String(args.getFirst(), UTF_8);
    }

    /** How many arguments follow the function's name. */
    public int size() {
        return args.size() - 1;
    }

    /** Refuses any other number of arguments after the function's name. */
    public void expect(int number) throws FieldException {
        if (size() != number) {
            throw new FieldException(
                    "arguments", number + " after the function", Integer.toString(size()));
        }
    }

    /** The only argument, an object. */
    public Json.Members object() throws FieldException {
        expect(1);
        return JsonReader.readObject(args.get(1));
    }

    /** The first argument after the function's name, a list. */
    public Json.Items list() throws FieldException {
        if (size() > 0 && JsonReader.read(args.get(1)) instanceof Json.Items items) {
            return items;
        }
        throw new FieldException("arguments[1]", "a list", size() == 0 ? "nothing" : "another");
    }

    /** An argument as text; the function's name is argument 0. */
    public String text(int place) {
        return new String(args.get(place), UTF_8);
    }

    /** An argument as it is; the function's name is argument 0. */
    public byte[] bytes(int place) {
        return args.get(place).clone();
    }

    /** Transient data that must be there. */
    public byte[] secret(String name) throws FieldException {
        byte[] value = transientData.get(name);
        if (value == null) {
            throw new FieldException(name, "transient data", "nothing");
        }
        return value.clone();
    }

    private static void checkSize(String field, Iterable<byte[]> parts) throws FieldException {
        long size = 0;
        for (byte[] part : parts) {
            size += part.length;
        }
        if (size > LARGEST) {
            throw new FieldException(field, "at most " + LARGEST + " bytes", size + " bytes");
        }
    }
}
