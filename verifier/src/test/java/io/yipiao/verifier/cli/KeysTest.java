package io.yipiao.verifier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.verifier.bill.Bills;
import io.yipiao.verifier.qr.QrText;
import io.yipiao.verifier.seal.IssuerKey;
import io.yipiao.verifier.seal.KeyEnrolment;
import io.yipiao.verifier.seal.RotationRequest;
import io.yipiao.verifier.seal.SealException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;

/** What a hospital asks for with its keys, and what it seals with them. */
class KeysTest {
    private static final String CODE = "H99010100001";

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"SM2", "ES256"})
    void a_new_key_asks_to_be_enrolled_and_proves_that_its_holder_has_it(String suite)
            throws Exception {
        Path keys = folder.resolve("keys");
        Called called = key(keys, "--suite", suite, "--issuer-code", CODE).ends(Exit.GOOD);
        assertTrue(called.out().contains("The request to enrol it is in"));
        KeyEnrolment request = KeyEnrolment.parse(bytes(keys, KeyFolder.ENROLMENT));
        request.check();
        assertEquals(CODE, request.code());
        assertEquals(new KeyFolder(keys).record().json(), request.key().json());
    }

    @ParameterizedTest
    @CsvSource({"SM2, ES256", "ES256, SM2", "SM2, SM2"})
    void a_key_is_put_in_anothers_place_by_both_and_seals_the_same_fingerprint(
            String before, String after) throws Exception {
        Office office = Office.open(folder, before, Bills.sample());
        Path old = office.file("hospital");
        Path renewed = folder.resolve("renewed");
        key(renewed, "--suite", after, "--seq", 2, "--replaces", old, "--issuer", 1)
                .ends(Exit.GOOD);
        RotationRequest request = RotationRequest.parse(bytes(renewed, KeyFolder.ROTATION));
        IssuerKey vouching = new KeyFolder(old).record();
        request.check(vouching.key());
        assertEquals(1, request.keySeq());
        assertEquals(2, request.key().seq());
        assertThrows(SealException.class, () -> request.check(request.key().key()));

        Called.with(
                        "seal",
                        office.file("bills.ndjson"),
                        "--keys",
                        renewed,
                        "--host",
                        Office.HOST,
                        "--out",
                        office.file("upload.2"),
                        "--texts",
                        office.file("texts.2"))
                .ends(Exit.GOOD);
        QrText second = QrText.parse(office.read("texts.2").strip());
        QrText first = QrText.parse(office.text(0));
        assertEquals(first.payload().fingerprint(), second.payload().fingerprint());
    }

    @Test
    void both_suites_own_user_ids_and_none_stand_side_by_side_in_one_trust_list() {
        Office office = Office.open(folder, "SM2", Bills.sample());
        key(office.file("2"), "--suite", "ES256", "--seq", 2).ends(Exit.GOOD);
        key(office.file("3"), "--seq", 3, "--user-id", "ALICE123@YAHOO.COM").ends(Exit.GOOD);
        key(office.file("4"), "--seq", 4, "--user-id", "").ends(Exit.GOOD);
        StringBuilder keys = new StringBuilder(office.read("hospital/key.json").strip());
        for (String other : new String[] {"2", "3", "4"}) {
            keys.append(',').append(office.read(other + "/key.json").strip());
            Called.with(
                            "seal",
                            office.file("bills.ndjson"),
                            "--keys",
                            office.file(other),
                            "--host",
                            Office.HOST,
                            "--out",
                            office.file("upload." + other),
                            "--texts",
                            office.file("texts." + other))
                    .ends(Exit.GOOD);
        }
        office.list("all.json", 8, keys.toString());
        for (String texts : new String[] {"texts", "texts.2", "texts.3", "texts.4"}) {
            String code = office.read(texts).strip();
            assertTrue(
                    verify(office, "all.json", code).ends(Exit.GOOD).out().contains("NO_LEDGER"));
        }
    }

    @Test
    void a_seal_with_a_user_id_of_its_own_is_altered_under_the_standard_one() {
        Office office = Office.open(folder, "SM2", Bills.sample());
        String record = office.read("hospital/key.json").strip();
        String own = record.substring(0, record.length() - 1) + ",\"userId\":\"414c494345\"}";
        office.list("own.json", 8, own);
        Called called = verify(office, "own.json", office.text(0));
        assertTrue(called.ends(Exit.BAD).out().contains("ALTERED"), called.out());
    }

    @Test
    void refuses_half_a_request_before_any_key_is_made() {
        Path keys = folder.resolve("keys");
        unusable("H or P and 11 digits", key(keys, "--issuer-code", "12"));
        unusable("--replaces and --issuer", key(keys, "--replaces", keys));
        unusable("--replaces and --issuer", key(keys, "--issuer", 1));
        unusable("there is no file", key(keys, "--replaces", folder.resolve("no"), "--issuer", 1));
        unusable("are given together", key(keys, "--token", "hospital"));
        assertFalse(Files.exists(keys));
        key(keys).ends(Exit.GOOD);
        Path renewed = folder.resolve("renewed");
        unusable("another than the old key's 1", key(renewed, "--replaces", keys, "--issuer", 1));
        assertFalse(Files.exists(renewed));
        unusable("not written over", key(keys));
    }

    private static void unusable(String why, Called called) {
        assertTrue(called.ends(Exit.UNUSABLE).err().contains(why), called.err());
    }

    private static Called verify(Office office, String list, String code) {
        return Called.with("verify", code, "--list", office.file(list), "--pin", office.pin());
    }

    private Called key(Path keys, Object... further) {
        Object[] all = new Object[further.length + 4];
        System.arraycopy(new Object[] {"key", keys, "--name", "示范市人民医院"}, 0, all, 0, 4);
        System.arraycopy(further, 0, all, 4, further.length);
        return Called.with(all);
    }

    private static byte[] bytes(Path keys, String name) throws Exception {
        return Files.readAllBytes(keys.resolve(name));
    }
}
