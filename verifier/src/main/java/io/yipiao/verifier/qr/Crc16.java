package io.yipiao.verifier.qr;

/**
 * CRC-16/CCITT-FALSE: polynomial 0x1021, begins with 0xFFFF, nothing reflected or inverted; of
 * "123456789" it is 0x29B1.
 */
final class Crc16 {
    private Crc16() {}

    /** The checksum of the first bytes. */
    static int of(byte[] bytes, int length) {
        int crc = 0xffff;
        for (int i = 0; i < length; i++) {
            crc ^= (bytes[i] & 0xff) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 : (crc << 1) ^ 0x1021;
            }
        }
        return crc & 0xffff;
    }
}
