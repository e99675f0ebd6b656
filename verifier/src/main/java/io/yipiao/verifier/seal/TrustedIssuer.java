package io.yipiao.verifier.seal;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.bill.Issuer;
import io.yipiao.verifier.reader.Json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An issuer of the trust list: {@code {number, code, name, host, keys[]}}.
 *
 * @param issuer its number on the ledger, national code and name
 * @param host what its QR codes open, in lower case, perhaps with a port; at most 38 characters
 * @param keys its keys, in the order of their numbers, each number once
 */
public record TrustedIssuer(Issuer issuer, String host, List<IssuerKey> keys) {
    private static final int LONGEST_HOST = 38;
    private static final String LABEL = "[a-z0-9]([a-z0-9-]*[a-z0-9])?";
    private static final Pattern HOST =
            Pattern.compile(LABEL + "(\\." + LABEL + ")*(:[1-9][0-9]{0,4})?");
    private static final Set<String> FIELDS = Set.of("number", "code", "name", "host", "keys");

    public TrustedIssuer {
        keys = List.copyOf(keys);
        if (!isHost(host) || !isInOrder(keys)) {
            throw new IllegalArgumentException("host " + host + ", keys " + keys);
        }
    }

    public static TrustedIssuer read(Json.Members in) throws FieldException {
        in.only(FIELDS);
        String host = in.text("host");
        if (!isHost(host)) {
            throw new FieldException("host", "a host of at most 38 characters in lower case", host);
        }
        List<IssuerKey> keys = new ArrayList<>();
        for (Json.Members key : in.items("keys").objects("keys")) {
            keys.add(IssuerKey.read(key));
        }
        if (!isInOrder(keys)) {
            throw new FieldException("keys", "ascending numbers", "another order");
        }
        int number = in.whole("number", 1, Integer.MAX_VALUE);
        return new TrustedIssuer(
                Issuer.of(number, in.text("code"), in.text("name"), Optional.empty()), host, keys);
    }

    public Json.Members json() {
        return Json.object()
                .put("number", issuer.number())
                .put("code", issuer.code())
                .put("name", issuer.name())
                .put("host", host)
                .put("keys", keys.stream().map(IssuerKey::json).toList())
                .end();
    }

    /** The key of a number, in use or not. */
    public Optional<IssuerKey> key(int seq) {
        return keys.stream().filter(key -> key.seq() == seq).findFirst();
    }

    private static boolean isHost(String host) {
        return host.length() <= LONGEST_HOST && HOST.matcher(host).matches();
    }

    private static boolean isInOrder(List<IssuerKey> keys) {
        for (int i = 1; i < keys.size(); i++) {
            if (keys.get(i).seq() <= keys.get(i - 1).seq()) {
                return false;
            }
        }
        return true;
    }
}
