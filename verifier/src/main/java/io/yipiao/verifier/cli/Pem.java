package io.yipiao.verifier.cli;

import io.yipiao.verifier.bill.FieldException;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Textual encoding of one key or certificate (RFC 7468). */
final class Pem {
    private Pem() {}

    static byte[] write(String label, byte[] der) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return ("-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] read(String label, String pem) throws FieldException {
        String begin = "-----BEGIN " + label + "-----";
        String end = "-----END " + label + "-----";
        String text = pem.strip();
        if (text.startsWith(begin) && text.endsWith(end) && text.length() > begin.length()) {
            try {
                String base64 = text.substring(begin.length(), text.length() - end.length());
                return Base64.getMimeDecoder().decode(base64);
            } catch (IllegalArgumentException e) {
                throw new FieldException("pem", "Base64", "other text");
            }
        }
        throw new FieldException("pem", begin, "another beginning");
    }
}
