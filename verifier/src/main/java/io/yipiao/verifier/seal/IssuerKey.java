package io.yipiao.verifier.seal;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Hex;
import io.yipiao.verifier.reader.Json;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * A key's record, as the ledger and the trust list hold it: {@code {seq, suite, userId?, spki,
 * revokedAt?, suspectSince?}}, user id and key in hexadecimal, instants in ISO 8601. The user id is
 * written only where it is SM2's and not the standard one.
 *
 * @param seq the key's number with its issuer, 1 to 255
 * @param key what checks its seals
 * @param revokedAt when the ledger took it out of use
 * @param suspectSince since when its seals send a bill to a person
 */
public record IssuerKey(
        int seq, SealPublicKey key, Optional<Instant> revokedAt, Optional<Instant> suspectSince) {

    private static final byte[] STANDARD_USER_ID =
            "1234567812345678".getBytes(StandardCharsets.US_ASCII);
    private static final Set<String> FIELDS =
            Set.of("seq", "suite", "userId", "spki", "revokedAt", "suspectSince");

    public IssuerKey {
        if (seq < 1 || seq > 255) {
            throw new IllegalArgumentException("a key's number is 1 to 255: " + seq);
        }
    }

    /** A key in use. */
    public static IssuerKey of(int seq, SealPublicKey key) {
        return new IssuerKey(seq, key, Optional.empty(), Optional.empty());
    }

    /** The user id that GM/T 0009, clause 10, gives where partners agreed on no other. */
    public static byte[] standardUserId() {
        return STANDARD_USER_ID.clone();
    }

    public static IssuerKey read(Json.Members record) throws FieldException {
        record.only(FIELDS);
        Suite suite = Suite.of("suite", record.text("suite"));
        byte[] id = userId(suite, record.optionalText("userId"));
        byte[] spki = Hex.read("spki", record.text("spki"));
        return new IssuerKey(
                record.whole("seq", 1, 255),
                SealPublicKey.of(suite, id, spki),
                record.optionalInstant("revokedAt"),
                record.optionalInstant("suspectSince"));
    }

    /** Reads a record that is another one's member. */
    static IssuerKey readUnder(String field, Json.Members record) throws FieldException {
        try {
            return read(record);
        } catch (FieldException e) {
            throw e.under(field);
        }
    }

    /** Refuses a key that was revoked or is suspect: nobody asks for one that is. */
    void checkInUse(String field) throws FieldException {
        if (revokedAt.isPresent() || suspectSince.isPresent()) {
            throw new FieldException(field, "a key in use", "one that was revoked or is suspect");
        }
    }

    public Json.Members json() {
        Json.Writer out =
                Json.object()
                        .put("seq", seq)
                        .put("suite", key.suite().name())
                        .put("spki", Hex.write(key.spki()));
        if (key.suite() == Suite.SM2 && !Arrays.equals(key.userId(), STANDARD_USER_ID)) {
            out.put("userId", Hex.write(key.userId()));
        }
        return out.putText("revokedAt", revokedAt.map(Instant::toString))
                .putText("suspectSince", suspectSince.map(Instant::toString))
                .end();
    }

    private static byte[] userId(Suite suite, Optional<String> hex) throws FieldException {
        if (hex.isEmpty()) {
            return standardUserId();
        }
        if (suite != Suite.SM2) {
            throw new FieldException("userId", "none: " + suite + " has no user id", hex.get());
        }
        return Hex.read("userId", hex.get());
    }
}
