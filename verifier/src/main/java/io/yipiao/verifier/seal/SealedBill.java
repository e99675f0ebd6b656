package io.yipiao.verifier.seal;

import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.CanonicalForm;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.fingerprint.SaltedBill;
import io.yipiao.verifier.fingerprint.Salts;
import io.yipiao.verifier.reader.BillReader;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;

import java.util.Arrays;
import java.util.Set;

/**
 * A bill with all that its issuer sealed: a line of a sealed upload, and the file that a QR code is
 * compared with. As JCS:
 *
 * <pre>
 * {bill, salts {core, person, leaves [hex 16 …]}, seal hex 64}
 * </pre>
 *
 * @param bill the bill and its salts
 * @param seal over their fingerprint; holding it does not mean that it was checked
 */
public record SealedBill(SaltedBill bill, Seal seal) {
    private static final Set<String> FIELDS = Set.of("bill", "salts", "seal");

    /** Seals a bill with its issuer's key. */
    public static SealedBill make(SaltedBill bill, SigningKey key) {
        return new SealedBill(bill, BillSeal.make(key, bill.fingerprint()));
    }

    /** Reads the canonical spelling. The seal is not checked: {@link #check} does that. */
    public static SealedBill parse(byte[] canonical) throws FieldException {
        SealedBill sealed = read(JsonReader.readObject(canonical));
        if (!Arrays.equals(sealed.bytes(), canonical)) {
            throw new FieldException("line", "canonical JSON (RFC 8785)", "another spelling");
        }
        return sealed;
    }

    /** Checks the seal against a key of the issuer, which the caller trusts. */
    public void check(SealPublicKey key) throws SealException {
        BillSeal.check(key, bill.fingerprint(), seal);
    }

    public byte[] bytes() {
        return Jcs.bytes(json());
    }

    public Json.Members json() {
        return Json.object()
                .put("bill", CanonicalForm.bill(bill.bill()))
                .put("salts", bill.salts().json())
                .put("seal", seal.hex())
                .end();
    }

    /** Reads any spelling. */
    public static SealedBill read(Json.Members in) throws FieldException {
        in.only(FIELDS);
        Salts salts = salts(in.object("salts"));
        return new SealedBill(
                SaltedBill.of(bill(in.object("bill")), salts), Seal.ofHex("seal", in.text("seal")));
    }

    private static Bill bill(Json.Members in) throws FieldException {
        try {
            return BillReader.read(in);
        } catch (FieldException e) {
            throw e.under("bill");
        }
    }

    private static Salts salts(Json.Members in) throws FieldException {
        try {
            return Salts.read(in);
        } catch (FieldException e) {
            throw e.under("salts");
        }
    }
}
