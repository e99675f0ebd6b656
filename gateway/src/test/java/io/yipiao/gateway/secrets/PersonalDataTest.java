package io.yipiao.gateway.secrets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;

class PersonalDataTest {
    private static final Cell NAME = new Cell("bill.patient_name", "7f");

    @TempDir private Path folder;

    @Test
    void gives_back_what_it_encrypted_for_the_cell() {
        PersonalData data = data();

        assertEquals("欧阳𠮷", data.text(NAME, data.encrypt(NAME, "欧阳𠮷")));
        assertEquals("", data.text(NAME, data.encrypt(NAME, "")));
    }

    @Test
    void never_gives_the_same_bytes_twice() {
        PersonalData data = data();

        assertFalse(Arrays.equals(data.encrypt(NAME, "王秀芳"), data.encrypt(NAME, "王秀芳")));
    }

    @Test
    void refuses_every_flipped_bit() {
        PersonalData data = data();
        byte[] encrypted = data.encrypt(NAME, "王秀芳");

        for (int bit = 0; bit < 8 * encrypted.length; bit++) {
            byte[] altered = encrypted.clone();
            altered[bit / 8] ^= (byte) (1 << bit % 8);
            assertThrows(SecretsException.class, () -> data.text(NAME, altered));
        }
    }

    @Test
    void refuses_bytes_cut_short_or_with_more_behind() {
        PersonalData data = data();
        byte[] encrypted = data.encrypt(NAME, "王秀芳");

        for (int length = 0; length < encrypted.length + 3; length++) {
            byte[] other = Arrays.copyOf(encrypted, length);
            if (length != encrypted.length) {
                assertThrows(SecretsException.class, () -> data.text(NAME, other));
            }
        }
    }

    @Test
    void refuses_what_was_moved_to_another_row_or_column() {
        PersonalData data = data();
        byte[] encrypted = data.encrypt(NAME, "王秀芳");

        assertThrows(
                SecretsException.class,
                () -> data.text(new Cell("bill.patient_name", "7e"), encrypted));
        assertThrows(
                SecretsException.class,
                () -> data.text(new Cell("claim.patient_name", "7f"), encrypted));
    }

    @Test
    void encrypts_with_the_newest_key_and_still_opens_the_old() {
        byte[] old = data().encrypt(NAME, "王秀芳");
        KeyFolder.thatMakesMissing(folder).key("data-2", DataKey.LENGTH);

        PersonalData later = data();

        assertEquals(2, later.encrypt(NAME, "王秀芳")[1]);
        assertEquals("王秀芳", later.text(NAME, old));
    }

    @Test
    void says_which_key_is_missing() throws Exception {
        KeyFolder.thatMakesMissing(folder).key("data-2", DataKey.LENGTH);
        byte[] encrypted = data().encrypt(NAME, "王秀芳");
        Files.delete(folder.resolve("data-2"));

        SecretsException refusal =
                assertThrows(SecretsException.class, () -> data().text(NAME, encrypted));

        assertTrue(refusal.toString().contains("data-2"));
    }

    /** RFC 8998, appendix A.1. */
    @Test
    void is_the_sm4_gcm_of_rfc_8998() {
        byte[] key = hex("0123456789abcdeffedcba9876543210");
        byte[] nonce = hex("00001234567800000000abcd");
        byte[] about = hex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
        byte[] clear =
                hex(
                        "aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
                            + "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa");

        assertArrayEquals(
                hex(
                        "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
                                + "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
                                + "83de3541e4c2b58177e065a9bf7b62ec"),
                new DataKey(key).encrypt(nonce, about, clear));
    }

    private PersonalData data() {
        return PersonalData.with(KeyFolder.thatMakesMissing(folder));
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
