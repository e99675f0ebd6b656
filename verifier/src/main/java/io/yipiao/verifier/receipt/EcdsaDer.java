package io.yipiao.verifier.receipt;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.seal.Seal;

import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;

import java.io.IOException;
import java.math.BigInteger;

/** ECDSA signatures on P-256 as Fabric writes them: the DER of SEQUENCE {INTEGER r, INTEGER s}. */
final class EcdsaDer {
    private static final BigInteger ORDER =
            SECNamedCurves.getByOID(SECObjectIdentifiers.secp256r1).getN();

    private EcdsaDer() {}

    /** Reads the one DER spelling of a signature, r and s within 1 to n − 1. */
    static Seal read(byte[] der) throws FieldException {
        try {
            BigInteger[] rs = StandardDSAEncoding.INSTANCE.decode(ORDER, der);
            return Seal.of(PlainDSAEncoding.INSTANCE.encode(ORDER, rs[0], rs[1]));
        } catch (IOException | RuntimeException e) {
            throw new FieldException("signature", "an ECDSA signature in DER", "other bytes");
        }
    }
}
