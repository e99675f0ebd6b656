package io.yipiao.gateway.intake;

import io.yipiao.gateway.intake.RefusedUploadException.Reason;
import io.yipiao.verifier.batch.Batch;
import io.yipiao.verifier.batch.SealedUploadWriter;
import io.yipiao.verifier.batch.UploadHeader;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.canonical.CanonicalForm;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.fingerprint.SaltedBill;
import io.yipiao.verifier.seal.BillSeal;
import io.yipiao.verifier.seal.SealedBill;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Issues bills for hospitals whose key the gateway keeps: all of a few bills or none. For the
 * others it writes the file that they seal.
 */
public final class OwnBills {
    private final SealingKeys keys;
    private final Uploads uploads;

    public OwnBills(SealingKeys keys, Uploads uploads) {
        this.keys = keys;
        this.uploads = uploads;
    }

    /** Whether the gateway seals for this issuer. */
    public boolean sealsFor(int issuer) {
        return keys.inCustody(issuer).isPresent();
    }

    /**
     * Seals bills and uploads them. Sent again under the same key, they are issued once.
     *
     * @param key the client's name for this request, at most 120 characters
     */
    public void issue(int issuer, String key, List<Bill> bills) throws RefusedUploadException {
        SealingKeys.InCustody custody =
                keys.inCustody(issuer)
                        .orElseThrow(() ->
                                new RefusedUploadException(
                                        Reason.NO_KEY,
                                        "The gateway holds no key of issuer " + issuer));
        try {
            uploads.accept(
                    issuer,
                    new UploadKey("hospital/" + issuer, "page/" + key),
                    new ByteArrayInputStream(sealed(custody, issuer, bills)),
                    upload -> {},
                    outcome -> {});
        } catch (RefusedUploadException e) {
            // Seals differ each time: another content under this key is the first one's repeat.
            if (e.reason() != Reason.OTHER_CONTENT) {
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bare bills, a line each, as {@code yipiao-verify seal} reads them. */
    public static byte[] file(List<Bill> bills) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Bill bill : bills) {
            out.writeBytes(Jcs.bytes(CanonicalForm.bill(bill)));
            out.write('\n');
        }
        return out.toByteArray();
    }

    private static byte[] sealed(SealingKeys.InCustody custody, int issuer, List<Bill> bills)
            throws IOException {
        List<SealedBill> sealed = bills.stream().map(bill -> seal(custody, bill)).toList();
        Batch batch = new Batch(issuer, sealed.stream().map(s -> s.bill().fingerprint()).toList());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SealedUploadWriter writer =
                new SealedUploadWriter(
                        out, UploadHeader.make(batch.header(), custody.keySeq(), custody.key()));
        for (SealedBill bill : sealed) {
            writer.add(bill);
        }
        writer.finish();
        return out.toByteArray();
    }

    private static SealedBill seal(SealingKeys.InCustody custody, Bill bill) {
        SaltedBill salted = SaltedBill.of(bill, custody.saltKey());
        return new SealedBill(salted, BillSeal.make(custody.key(), salted.fingerprint()));
    }
}
