package io.yipiao.verifier.seal;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.bill.Issuer;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.canonical.Sm3;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * A key that a hospital wants enrolled, with the proof that the hospital holds it: without one, a
 * key could be enrolled that is somebody else's, and with it all that the other one seals. As JCS:
 *
 * <pre>
 * {code, key {seq, spki, suite, userId?}, possession hex 64}
 * possession   seal by the key itself over "yipiao/enrol/1" ‖ SM3(JCS({code, key})) 32
 * </pre>
 *
 * @param code the national code of the institution, which the proof is bound to
 * @param key the key's record, in use
 * @param possession over both; holding it does not mean that it was checked
 */
public record KeyEnrolment(String code, IssuerKey key, Seal possession) {
    private static final byte[] LABEL = "yipiao/enrol/1".getBytes(StandardCharsets.US_ASCII);
    private static final Set<String> FIELDS = Set.of("code", "key", "possession");

    public KeyEnrolment {
        try {
            checkForm(code, key);
        } catch (FieldException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Proves, with the private key, that its holder is the institution of this code. */
    public static KeyEnrolment make(String code, IssuerKey key, SigningKey holder) {
        return new KeyEnrolment(code, key, holder.sign(message(code, key)));
    }

    /** Reads the canonical spelling. The proof is not checked: {@link #check} does that. */
    public static KeyEnrolment parse(byte[] canonical) throws FieldException {
        KeyEnrolment enrolment = read(JsonReader.readObject(canonical));
        if (!Arrays.equals(enrolment.bytes(), canonical)) {
            throw new FieldException("enrolment", "canonical JSON (RFC 8785)", "another spelling");
        }
        return enrolment;
    }

    /** Reads any spelling. */
    public static KeyEnrolment read(Json.Members in) throws FieldException {
        in.only(FIELDS);
        String code = in.text("code");
        IssuerKey key = IssuerKey.readUnder("key", in.object("key"));
        checkForm(code, key);
        return new KeyEnrolment(code, key, Seal.ofHex("possession", in.text("possession")));
    }

    /** Checks that whoever holds the key asked for it under this code and this number. */
    public void check() throws SealException {
        key.key().check(message(code, key), possession);
    }

    public byte[] bytes() {
        return Jcs.bytes(json());
    }

    public Json.Members json() {
        return Json.object()
                .put("code", code)
                .put("key", key.json())
                .put("possession", possession.hex())
                .end();
    }

    static byte[] message(String code, IssuerKey key) {
        Json.Members bound = Json.object().put("code", code).put("key", key.json()).end();
        return ByteBuffer.allocate(LABEL.length + 32)
                .put(LABEL)
                .put(Sm3.of(Jcs.bytes(bound)).bytes())
                .array();
    }

    private static void checkForm(String code, IssuerKey key) throws FieldException {
        if (!Issuer.isCode(code)) {
            throw new FieldException("code", "H or P and 11 digits", code);
        }
        key.checkInUse("key");
    }
}
