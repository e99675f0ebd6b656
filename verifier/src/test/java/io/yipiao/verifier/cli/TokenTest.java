package io.yipiao.verifier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.verifier.batch.SealedUploadReader;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Bills;
import io.yipiao.verifier.seal.IssuerKey;
import io.yipiao.verifier.seal.KeyEnrolment;
import io.yipiao.verifier.seal.RotationRequest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;

/** A hospital whose private key lies in a PKCS #11 token and nowhere else. */
class TokenTest {
    @TempDir Path folder;

    private SoftToken token;

    @BeforeEach
    void make() {
        token = SoftToken.make(folder);
    }

    @Test
    void a_token_seals_bills_and_their_batch_with_low_s_and_its_key_is_rotated() throws Exception {
        Path keys = folder.resolve("keys");
        key(keys, "first", "--issuer-code", "H99010100001").ends(Exit.GOOD);
        assertFalse(Files.exists(keys.resolve(KeyFolder.PRIVATE_KEY)));
        IssuerKey record = new KeyFolder(keys).record();
        KeyEnrolment.parse(Files.readAllBytes(keys.resolve(KeyFolder.ENROLMENT))).check();

        // Of thirty signatures a token gives about half with a high s: the reader takes none.
        Bill[] bills = IntStream.rangeClosed(1, 30).mapToObj(Bills::numbered).toArray(Bill[]::new);
        Files.writeString(folder.resolve("bills"), Office.lines(bills));
        seal(token.options("first")).ends(Exit.GOOD);
        try (InputStream in = Files.newInputStream(folder.resolve("upload"))) {
            SealedUploadReader upload = new SealedUploadReader(in);
            upload.trust(record.key());
            int read = 0;
            for (var line = upload.next(); line.isPresent(); line = upload.next()) {
                read++;
            }
            assertEquals(30, read);
        }

        Path renewed = folder.resolve("renewed");
        key(renewed, "second", "--seq", 2, "--replaces", keys, "--issuer", 7, "--old-key", "first")
                .ends(Exit.GOOD);
        RotationRequest.parse(Files.readAllBytes(renewed.resolve(KeyFolder.ROTATION)))
                .check(record.key());
        Called mixedUp = seal(token.options("second"));
        assertTrue(mixedUp.ends(Exit.UNUSABLE).err().contains("is not the one of key.json"));
    }

    @Test
    void says_what_is_wrong_with_the_way_to_the_token_and_never_the_pin() throws Exception {
        Path keys = folder.resolve("keys");
        says("only ES256 goes this way", call(keys, token.options("k", "--suite", "SM2")));
        token.pin("99999999");
        says("CKR_PIN_INCORRECT", key(keys, "k"));
        Path pin = token.pin(SoftToken.PIN);
        Files.setPosixFilePermissions(pin, PosixFilePermissions.fromString("rw-r-----"));
        says("make its mode 0600", key(keys, "k"));
        token.pin(SoftToken.PIN);
        says("there is no token of label nobody, but [", key(keys, "k", "--token", "nobody"));
        says("there is no library", key(keys, "k", "--pkcs11", folder.resolve("none.so")));
        says("is no PKCS #11 library", key(keys, "k", "--pkcs11", libraryOfJava()));
        assertFalse(Files.exists(keys.resolve(KeyFolder.RECORD)));
    }

    /** A library that is none of PKCS #11. */
    private static Path libraryOfJava() {
        return Path.of(System.getProperty("java.home"), "lib", "libzip.so");
    }

    private void says(String expected, Called called) {
        String err = called.ends(Exit.UNUSABLE).err();
        assertTrue(err.contains(expected), err);
        assertFalse(err.contains(SoftToken.PIN) || err.contains("99999999"), err);
        assertEquals(1, err.lines().count(), err);
    }

    private Called key(Path keys, String label, Object... further) {
        return call(keys, token.options(label, more(further)));
    }

    private Called call(Path keys, List<Object> options) {
        return token.call(options, "key", keys, "--name", "示范市人民医院");
    }

    private static Object[] more(Object... further) {
        Object[] all = new Object[further.length + 2];
        all[0] = "--suite";
        all[1] = "ES256";
        System.arraycopy(further, 0, all, 2, further.length);
        return all;
    }

    private Called seal(List<Object> options) {
        return token.call(
                options,
                "seal",
                folder.resolve("bills"),
                "--keys",
                folder.resolve("keys"),
                "--host",
                Office.HOST,
                "--out",
                folder.resolve("upload"),
                "--texts",
                folder.resolve("texts"));
    }
}
