package io.yipiao.gateway.ledger;

import com.google.protobuf.ByteString;

import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.reader.Json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One call of the chaincode {@code registry}.
 *
 * @param caller whose certificate signs it
 * @param arguments the function's name and then its arguments, as they stand in the block
 * @param secrets transient data by name: the endorsers see it, no block does
 * @param endorsers the two organisations that endorse it
 */
public record Call(
        Caller caller,
        List<ByteString> arguments,
        SortedMap<String, ByteString> secrets,
        Endorsers endorsers) {

    private static final ByteString OPENING_BRACKET = ByteString.copyFromUtf8("[");
    private static final ByteString COMMA = ByteString.copyFromUtf8(",");
    private static final ByteString CLOSING_BRACKET = ByteString.copyFromUtf8("]");

    public Call {
        arguments = List.copyOf(arguments);
        secrets = Collections.unmodifiableSortedMap(new TreeMap<>(secrets));
        if (arguments.isEmpty()) {
            throw new IllegalArgumentException("a call names its function");
        }
    }

    /** A call without arguments yet, endorsed by Insurance and Hospital. */
    public static Call of(Caller caller, String function) {
        return new Call(
                caller,
                List.of(ByteString.copyFromUtf8(function)),
                new TreeMap<>(),
                Endorsers.WITH_HOSPITAL);
    }

    /**
     * Bulk calls of one item each as one call of all their items.
     *
     * @param calls of one function by one caller, each with a list of one item and, perhaps, the
     *     secret {@code open/0}
     */
    public static Call together(List<Call> calls) {
        Call first = calls.getFirst();
        List<ByteString> items = new ArrayList<>();
        SortedMap<String, ByteString> secrets = new TreeMap<>();
        for (int i = 0; i < calls.size(); i++) {
            Call call = calls.get(i);
            if (call.arguments.size() != 2
                    || !call.caller.equals(first.caller)
                    || !call.function().equals(first.function())) {
                throw new IllegalArgumentException(call + " does not go with " + first);
            }
            ByteString list = call.arguments.getLast();
            items.add(i == 0 ? OPENING_BRACKET : COMMA);
            items.add(list.substring(1, list.size() - 1));
            for (ByteString secret : call.secrets.values()) {
                secrets.put("open/" + i, secret);
            }
        }
        items.add(CLOSING_BRACKET);
        return new Call(
                first.caller,
                List.of(first.arguments.getFirst(), ByteString.copyFrom(items)),
                secrets,
                first.endorsers);
    }

    /** Adds canonical JSON, a list of items for bulk calls. */
    public Call with(Json argument) {
        return with(Jcs.bytes(argument));
    }

    /** Adds text, such as an index in hexadecimal digits. */
    public Call with(String argument) {
        return with(argument.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds bytes, such as a batch's leaves. */
    public Call with(byte[] argument) {
        List<ByteString> more = new ArrayList<>(arguments);
        more.add(ByteString.copyFrom(argument));
        return new Call(caller, more, secrets, endorsers);
    }

    /** Adds transient data, such as {@code open/0}. */
    public Call withSecret(String name, byte[] secret) {
        SortedMap<String, ByteString> more = new TreeMap<>(secrets);
        more.put(name, ByteString.copyFrom(secret));
        return new Call(caller, arguments, more, endorsers);
    }

    public Call endorsedBy(Endorsers pair) {
        return new Call(caller, arguments, secrets, pair);
    }

    public String function() {
        return arguments.getFirst().toStringUtf8();
    }

    /** Names the call without its content, which may be personal. */
    @Override
    public String toString() {
        return function() + " by " + caller.organisation().msp() + " " + caller.role();
    }

    /** The secrets as bytes, for those who hand them on. */
    public Map<String, byte[]> secretBytes() {
        Map<String, byte[]> bytes = new TreeMap<>();
        secrets.forEach((name, secret) -> bytes.put(name, secret.toByteArray()));
        return bytes;
    }

    /** The function's name and the arguments as bytes, for those who hand them on. */
    public List<byte[]> argumentBytes() {
        return arguments.stream().map(ByteString::toByteArray).toList();
    }
}
