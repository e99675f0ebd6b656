package io.yipiao.verifier.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Hex;
import io.yipiao.verifier.vectors.HexEdit;
import io.yipiao.verifier.vectors.Refusals;

import org.junit.jupiter.api.Test;

import java.util.HexFormat;

/** The keys were made by {@code openssl genpkey} and written by {@code openssl pkcs8 -topk8}. */
class SealPrivateKeyTest {
    private static final String SM2 =
            "308187020100301306072a8648ce3d020106082a811ccf5501822d046d306b0201010420"
                    + "fddcb22ea19c5b4ddf08697098d239b1ea73badf9569eac67aa664ecbbbb5f5d"
                    + "a14403420004fed6dcebe9f1fb067b4e738bf90dff5bde3c0201653dd602d4a7f6a86e3a"
                    + "a28c9e7f20cf8f67588e5b877a40b698af337a03bfa70b3694cea14a32b08bf74dc4";
    private static final String SM2_PUBLIC =
            "3059301306072a8648ce3d020106082a811ccf5501822d03420004fed6dcebe9f1fb067b4e738b"
                    + "f90dff5bde3c0201653dd602d4a7f6a86e3aa28c9e7f20cf8f67588e5b877a40b698af33"
                    + "7a03bfa70b3694cea14a32b08bf74dc4";
    private static final String P256 =
            "308187020100301306072a8648ce3d020106082a8648ce3d030107046d306b0201010420"
                    + "c915ee2f480b34f0c15c46c70918e168ef7340ddc685951e14ab93f3c7ae8ba6"
                    + "a1440342000407c6af710c61b6c96833133f89261d1e3b40941797f1d2890ba94d992b8a"
                    + "86d0f9cbcaf9258df997ba70e81a709130b85e2a58627692f83cdc7e7c34b861b33a";
    private static final String P256_PUBLIC =
            "3059301306072a8648ce3d020106082a8648ce3d0301070342000407c6af710c61b6c96833133f"
                    + "89261d1e3b40941797f1d2890ba94d992b8a86d0f9cbcaf9258df997ba70e81a709130b8"
                    + "5e2a58627692f83cdc7e7c34b861b33a";
    private static final String P384 =
            "3081b6020100301006072a8648ce3d020106052b8104002204819e30819b0201010430fbeacd5946"
                    + "f33181083284dbab668c86c7da48d5530fd044a4cca8a9962d9f7583417e1e0aeed9457006"
                    + "8ce2823cffcfa16403620004f2ffcf55ea3f10f3146ea737dcf704bffd1411d91198a48d6f"
                    + "381bf338a36210f4aca8ceeca3f70a4b4f586fd414c22f853a313db5018aa0990f633b0090"
                    + "5fc551250113dc2d585771922ec3ea3eef6a55c6a1a6dd13442cb15c3bcf3b9d56a1";

    /** Where the scalar stands in the keys above. */
    private static final int SCALAR = 36;

    @Test
    void reads_and_writes_the_keys_that_openssl_makes() throws FieldException {
        assertEquals(SM2_PUBLIC, Hex.write(read(Suite.SM2, SM2).publicKey().spki()));
        assertEquals(P256_PUBLIC, Hex.write(read(Suite.ES256, P256).publicKey().spki()));
        assertEquals(SM2, Hex.write(read(Suite.SM2, SM2).pkcs8()));
        assertEquals(P256, Hex.write(read(Suite.ES256, P256).pkcs8()));
    }

    @Test
    void refuses_a_key_of_another_curve() {
        assertRefused("another kind of key", Suite.SM2, P256);
        assertRefused("another kind of key", Suite.ES256, SM2);
        assertRefused("another kind of key", Suite.ES256, P384);
    }

    @Test
    void refuses_a_scalar_with_which_sm2_cannot_sign() {
        String order = Curves.of(Suite.SM2).getN().toString(16);
        assertRefused("other bytes", Suite.SM2, HexEdit.at(SM2, SCALAR, order));
        assertRefused("other bytes", Suite.SM2, HexEdit.at(SM2, SCALAR, "00".repeat(32)));
        String oneLess = order.substring(0, 63) + "2";
        assertRefused("another kind of key", Suite.SM2, HexEdit.at(SM2, SCALAR, oneLess));
    }

    @Test
    void refuses_other_bytes() {
        assertRefused("other bytes", Suite.SM2, "");
        assertRefused("other bytes", Suite.SM2, SM2_PUBLIC);
        assertRefused("other bytes", Suite.SM2, HexEdit.cut(SM2));
        assertRefused("other bytes", Suite.SM2, SM2 + "00");
    }

    @Test
    void says_nothing_of_itself() throws FieldException {
        String scalar = SM2.substring(2 * SCALAR, 2 * SCALAR + 64);
        assertFalse(read(Suite.SM2, SM2).toString().contains(scalar.substring(0, 8)));
    }

    @Test
    void keeps_its_own_copy_of_the_user_id() throws FieldException {
        byte[] userId = {1, 2, 3};
        SealPrivateKey key = SealPrivateKey.of(Suite.SM2, userId, bytes(SM2));
        userId[0] = 9;
        assertArrayEquals(new byte[] {1, 2, 3}, key.publicKey().userId());
    }

    private static SealPrivateKey read(Suite suite, String pkcs8) throws FieldException {
        return SealPrivateKey.of(suite, IssuerKey.standardUserId(), bytes(pkcs8));
    }

    private static void assertRefused(String reason, Suite suite, String pkcs8) {
        Refusals.assertRefused(FieldException.class, reason, () -> read(suite, pkcs8));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
