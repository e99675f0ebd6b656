package io.yipiao.verifier.qr;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.fingerprint.Fingerprint;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.seal.BillSeal;
import io.yipiao.verifier.seal.Seal;
import io.yipiao.verifier.seal.SealException;
import io.yipiao.verifier.seal.SealPublicKey;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What a bill's QR code carries, in 178 bytes, or 189 where the core names another bill:
 *
 * <pre>
 * version u8 = 1 · key sequence u8 · core 30 or 41 · core's salt 16 · P 32 · R 32 · seal 64 ·
 *   CRC-16/CCITT-FALSE u16, big-endian, of all before
 * </pre>
 *
 * <p>Nothing in it is personal. The checksum tells a garbled scan from an altered code; the seal
 * alone tells an altered code from a true one.
 *
 * @param keySeq the number of the issuer's key, 1 to 255
 * @param opening the core with its salt, P and R
 * @param seal the issuer's seal over the fingerprint that the opening gives
 */
public record QrPayload(int keySeq, Opening opening, Seal seal) {
    /** Bytes of the longest payload. */
    public static final int LONGEST = 189;

    /** The fields by whose name a reader's {@link FieldException} tells two faults from others. */
    public static final String CHECKSUM = "checksum";

    public static final String VERSION = "version";

    private static final int CURRENT = 1;
    private static final int HEAD = 2;
    private static final int CRC = 2;
    private static final int TAIL = Seal.LENGTH + CRC;

    public QrPayload {
        if (keySeq < 1 || keySeq > 255) {
            throw new IllegalArgumentException("a key's number is 1 to 255: " + keySeq);
        }
    }

    /**
     * Reads a payload, all of whose bytes must be used.
     *
     * @throws FieldException on field {@link #CHECKSUM} if the bytes were garbled on the way, on
     *     {@link #VERSION} if they are of another format, on another if nobody writes them so
     */
    public static QrPayload parse(byte[] bytes) throws FieldException {
        checkSum(bytes);
        if (bytes[0] != CURRENT) {
            throw new FieldException(VERSION, "1", Integer.toString(bytes[0] & 0xff));
        }
        int keySeq = bytes[1] & 0xff;
        if (keySeq == 0) {
            throw new FieldException("keySeq", "1 to 255", "0");
        }
        if (bytes.length < HEAD + TAIL) {
            throw new FieldException("payload", "178 or 189 bytes", bytes.length + " bytes");
        }
        int seal = bytes.length - TAIL;
        return new QrPayload(
                keySeq,
                Opening.parse(Arrays.copyOfRange(bytes, HEAD, seal)),
                Seal.of(Arrays.copyOfRange(bytes, seal, seal + Seal.LENGTH)));
    }

    public byte[] bytes() {
        byte[] opened = opening.bytes();
        byte[] out = new byte[HEAD + opened.length + TAIL];
        ByteBuffer.wrap(out)
                .put((byte) CURRENT)
                .put((byte) keySeq)
                .put(opened)
                .put(seal.bytes())
                .putShort((short) Crc16.of(out, out.length - CRC));
        return out;
    }

    public Fingerprint fingerprint() {
        return opening.fingerprint();
    }

    /** Checks the seal with the key that the trust list holds for this issuer and sequence. */
    public void checkSeal(SealPublicKey key) throws SealException {
        BillSeal.check(key, fingerprint(), seal);
    }

    private static void checkSum(byte[] bytes) throws FieldException {
        if (bytes.length <= CRC) {
            throw new FieldException(CHECKSUM, "178 or 189 bytes", bytes.length + " bytes");
        }
        int sum = Crc16.of(bytes, bytes.length - CRC);
        int found = ByteBuffer.wrap(bytes).getShort(bytes.length - CRC) & 0xffff;
        if (sum != found) {
            throw new FieldException(
                    CHECKSUM, Integer.toHexString(sum), Integer.toHexString(found));
        }
    }
}
