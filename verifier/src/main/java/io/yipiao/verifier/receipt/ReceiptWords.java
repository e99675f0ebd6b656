package io.yipiao.verifier.receipt;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * What most receipts hold, so that a {@link CompactReceipt} need not write it: the text, then the
 * pieces of certificates in hexadecimal, one after another. It is part of the format and stays as
 * it is; a better one would be another format.
 */
final class ReceiptWords {
    private static final String TEXT =
            "CONFLICT\"OFFSET\"RECOVERING\"RELEASED\"REPAID\"WRITTEN_OFF\"ALIAS\"AWAITING"
                + "{\"issuer\":,\"keySeq\":1,\"root\":\",\"size\":"
                + "{\"aliasOf\":\"{\"attested\":{\"claim\":\"\",\"class\":\"COMMERCIAL\",\"payer\":\""
                + "ASSISTANCESERIOUS_ILLNESS{\"claimable\":00,\"fingerprint\":\"\",\"index\":\""
                + "\",\"parts\":[{\"claim\":\"\"},{\"claim\":\"\",\"red\":\""
                + "\",\"share\":{\"claim\":\"\",\"class\":\"BASIC\",\"fen\":00"
                + ",\"payer\":\"basic\",\"result\":\"\",\"state\":\"HELD\"},\"state\":\"STAMPED\"}"
                + ",\"state\":\"OPEN\"}{\"attrs\":{\"payer\":\"basic\",\"role\":\"claims\"}}"
                + "InsuranceMSPFinanceMSPHospitalMSPlocalhost.yipiao_lifecycle"
                + "namespaces/fields/registry/Sequencebillsregistryprovebatch/bill/";

    /**
     * In their order in a certificate of Fabric's: version, ECDSA with SHA-256, names CN, country,
     * organisation, unit, the key's algorithm and curve, key usage, basic constraints, both key
     * identifiers, other names, Fabric's attributes.
     */
    private static final String CERTIFICATE =
            "3082020130820201a00302010202140a300a06082a8648ce3d040302303c310b300906035504061302434e"
                    + "3112301006035504031309300f060355040a1309"
                    + "301e170d3236303130313030303030305a170d3331303130313030303030305a"
                    + "310d300b060355040b130470656572310f300d060355040b1306636c69656e74"
                    + "3059301306072a8648ce3d020106082a8648ce3d03010703420004"
                    + "a38181307fa381a33081a0300e0603551d0f0101ff040403020780"
                    + "300c0603551d130101ff04023000301d0603551d0e04160414"
                    + "301f0603551d2304183016801430280603551d11042130"
                    + "8704"
                    + "7f000001302c06082a030405060708010420"
                    + "300a06082a8648ce3d04030203480030450221000220"
                    + "0347003044022002203044022002203045022100";

    private ReceiptWords() {}

    static byte[] bytes() {
        ByteArrayOutputStream words = new ByteArrayOutputStream();
        words.writeBytes(TEXT.getBytes(StandardCharsets.US_ASCII));
        words.writeBytes(HexFormat.of().parseHex(CERTIFICATE));
        return words.toByteArray();
    }
}
