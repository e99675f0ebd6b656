package io.yipiao.verifier.seal;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;

import java.util.Arrays;
import java.util.Set;

/**
 * An issuer's request to use a new key, as the registry's {@code rotateKey} takes it. As JCS:
 *
 * <pre>
 * {issuer, key {seq, spki, suite, userId?}, keySeq, possession hex 64, voucher hex 64}
 * voucher      seal by the key numbered keySeq over the message of KeyRotation
 * possession   seal by the new key over the same
 * </pre>
 *
 * @param issuer the issuer's number
 * @param keySeq the number of the old key, which vouches
 * @param key the new key's record, in use, of another number
 * @param voucher by the old key
 * @param possession by the new key; holding a request does not mean that either was checked
 */
public record RotationRequest(
        int issuer, int keySeq, IssuerKey key, Seal voucher, Seal possession) {
    private static final Set<String> FIELDS =
            Set.of("issuer", "keySeq", "key", "voucher", "possession");

    public RotationRequest {
        try {
            checkForm(issuer, keySeq, key);
        } catch (FieldException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Asks for a new key, with both private keys. */
    public static RotationRequest make(
            int issuer, int keySeq, SigningKey old, IssuerKey key, SigningKey renewed) {
        KeyRotation rotation = new KeyRotation(issuer, old.publicKey(), key);
        return new RotationRequest(issuer, keySeq, key, rotation.seal(old), rotation.seal(renewed));
    }

    /** Reads the canonical spelling. The seals are not checked: {@link #check} does that. */
    public static RotationRequest parse(byte[] canonical) throws FieldException {
        RotationRequest request = read(JsonReader.readObject(canonical));
        if (!Arrays.equals(request.bytes(), canonical)) {
            throw new FieldException("request", "canonical JSON (RFC 8785)", "another spelling");
        }
        return request;
    }

    /** Reads any spelling. */
    public static RotationRequest read(Json.Members in) throws FieldException {
        in.only(FIELDS);
        int issuer = in.whole("issuer", 1, Integer.MAX_VALUE);
        int keySeq = in.whole("keySeq", 1, 255);
        IssuerKey key = IssuerKey.readUnder("key", in.object("key"));
        checkForm(issuer, keySeq, key);
        return new RotationRequest(
                issuer,
                keySeq,
                key,
                Seal.ofHex("voucher", in.text("voucher")),
                Seal.ofHex("possession", in.text("possession")));
    }

    /** Checks both seals, the voucher by the key that is enrolled under {@link #keySeq}. */
    public void check(SealPublicKey old) throws SealException {
        KeyRotation rotation = new KeyRotation(issuer, old, key);
        rotation.checkVoucher(voucher);
        rotation.checkPossession(possession);
    }

    public byte[] bytes() {
        return Jcs.bytes(json());
    }

    public Json.Members json() {
        return Json.object()
                .put("issuer", issuer)
                .put("keySeq", keySeq)
                .put("key", key.json())
                .put("voucher", voucher.hex())
                .put("possession", possession.hex())
                .end();
    }

    private static void checkForm(int issuer, int keySeq, IssuerKey key) throws FieldException {
        if (issuer < 1) {
            throw new FieldException("issuer", "1 or more", Integer.toString(issuer));
        }
        if (keySeq < 1 || keySeq > 255) {
            throw new FieldException("keySeq", "1 to 255", Integer.toString(keySeq));
        }
        if (keySeq == key.seq()) {
            throw new FieldException("key.seq", "another number than the old key's", "" + keySeq);
        }
        key.checkInUse("key");
    }
}
