package io.yipiao.verifier.seal;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.canonical.Sm3;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whose seals count, as far as Insurance knew when it issued the list. As JCS, with the seal apart
 * from it:
 *
 * <pre>
 * {issued, issuers [{code, host, keys [{revokedAt?, seq, spki, suite, suspectSince?, userId?} …],
 *   name, number} …], nextUpdate, number}
 * seal over "yipiao/trust/1" ‖ SM3(JCS), by the list key that the verifier pins
 * </pre>
 *
 * <p>Issuers stand in the order of their numbers. Whoever answers from a list says "as of list n",
 * and past its next update that it is stale; what the ledger learned since stands in no list.
 *
 * @param number the list's, from 1; a later list has a greater one
 * @param issued when it was made
 * @param nextUpdate when a newer one will be there, after {@code issued}
 * @param issuers in the order of their numbers, each once
 */
public record TrustList(
        long number, Instant issued, Instant nextUpdate, List<TrustedIssuer> issuers) {
    private static final byte[] LABEL = "yipiao/trust/1".getBytes(StandardCharsets.US_ASCII);
    private static final Set<String> FIELDS = Set.of("number", "issued", "nextUpdate", "issuers");

    public TrustList {
        try {
            issuers = List.copyOf(issuers);
            check(number, issued, nextUpdate, issuers);
        } catch (FieldException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Reads the canonical spelling of a list that the pinned key sealed. */
    public static TrustList parse(byte[] canonical, Seal seal, SealPublicKey pinned)
            throws FieldException, SealException {
        pinned.check(message(canonical), seal);
        TrustList list = read(JsonReader.readObject(canonical));
        if (!Arrays.equals(list.bytes(), canonical)) {
            throw new FieldException("list", "canonical JSON (RFC 8785)", "another spelling");
        }
        return list;
    }

    public byte[] bytes() {
        return Jcs.bytes(
                Json.object()
                        .put("number", number)
                        .put("issued", issued.toString())
                        .put("nextUpdate", nextUpdate.toString())
                        .put("issuers", issuers.stream().map(TrustedIssuer::json).toList())
                        .end());
    }

    /** Seals the list with the list key. */
    public Seal seal(SigningKey listKey) {
        return listKey.sign(message(bytes()));
    }

    /** Whether a newer list should have been fetched by now. */
    public boolean isStale(Instant now) {
        return now.isAfter(nextUpdate);
    }

    public Optional<TrustedIssuer> issuer(int number) {
        return issuers.stream().filter(each -> each.issuer().number() == number).findFirst();
    }

    /** An issuer's key of this number, in use or not. */
    public Optional<IssuerKey> key(int issuer, int seq) {
        return issuer(issuer).flatMap(found -> found.key(seq));
    }

    static byte[] message(byte[] canonical) {
        byte[] digest = Sm3.of(canonical).bytes();
        byte[] message = Arrays.copyOf(LABEL, LABEL.length + digest.length);
        System.arraycopy(digest, 0, message, LABEL.length, digest.length);
        return message;
    }

    private static TrustList read(Json.Members in) throws FieldException {
        in.only(FIELDS);
        long number = in.whole("number");
        Instant issued = in.instant("issued");
        Instant nextUpdate = in.instant("nextUpdate");
        List<TrustedIssuer> issuers = new ArrayList<>();
        for (Json.Members issuer : in.items("issuers").objects("issuers")) {
            issuers.add(TrustedIssuer.read(issuer));
        }
        check(number, issued, nextUpdate, issuers);
        return new TrustList(number, issued, nextUpdate, issuers);
    }

    private static void check(
            long number, Instant issued, Instant nextUpdate, List<TrustedIssuer> issuers)
            throws FieldException {
        if (number < 1 || number > Json.Whole.LARGEST) {
            throw new FieldException("number", "1 or more", Long.toString(number));
        }
        if (!nextUpdate.isAfter(issued)) {
            throw new FieldException("nextUpdate", "after " + issued, nextUpdate.toString());
        }
        for (int i = 1; i < issuers.size(); i++) {
            if (issuers.get(i).issuer().number() <= issuers.get(i - 1).issuer().number()) {
                throw new FieldException("issuers", "ascending numbers", "another order");
            }
        }
    }
}
