package io.yipiao.gateway.web.hospital;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.start.RunningGateway;
import io.yipiao.gateway.start.SealingHospital;
import io.yipiao.verifier.seal.SealPrivateKey;
import io.yipiao.verifier.seal.Suite;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

/** A hospital's keys as its person sees them, and the file by which it gets a new one. */
@Timeout(180)
class KeyPagesTest {
    private static final RunningGateway WORLD = HospitalDesk.WORLD;

    private final SealingHospital hospital = WORLD.sealingHospital();
    private final HospitalDesk desk = HospitalDesk.of(hospital.issuer());
    private final SealPrivateKey renewed = SealingHospital.newKey(Suite.ES256);

    @Test
    void a_file_that_both_keys_sealed_gives_the_hospital_its_new_key() {
        byte[] file = hospital.renewal(renewed).bytes();
        assertEquals(303, send(file).statusCode());
        assertEquals(303, send(file).statusCode(), "sent again it is answered alike");
        String page = page();
        assertTrue(page.contains("第 1 把 · SM2") && page.contains("第 2 把 · ES256"), page);
        assertTrue(page.contains(thumbprint(renewed)), page);
        assertTrue(page.contains("新旧密钥都能验证"), page);
        assertFalse(page.contains("正在用它签章"), "the gateway keeps none of them");
    }

    @Test
    void a_file_that_the_old_key_did_not_seal_changes_nothing_and_says_why() {
        SealPrivateKey stranger = SealingHospital.newKey(Suite.SM2);
        refused(hospital.renewal(1, stranger, renewed).bytes(), "voucher", "新旧两把密钥的签章");
        SealingHospital another = WORLD.sealingHospital();
        refused(another.renewal(renewed).bytes(), "issuer", hospital.issuer() + "");
        refused(new byte[0], "还没有选文件");
        refused("{}".getBytes(StandardCharsets.US_ASCII), "必填");
        assertFalse(page().contains("第 2 把"));
    }

    @Test
    void a_revoked_key_says_since_when_it_is_void_and_since_when_it_is_suspect() {
        assertEquals(303, send(hospital.renewal(renewed).bytes()).statusCode());
        Instant suspect = Instant.parse("2026-03-02T01:30:00Z");
        WORLD.revokeKey(hospital.issuer(), 1, Optional.of(suspect));
        String page = page();
        assertTrue(page.matches("(?s).*第 1 把.*已作废.*<time>" + today() + ".*第 2 把.*使用中.*"), page);
        assertTrue(page.contains("2026-03-02 09:30 起可能在别人手里，之后上链的票据由人工核对"), page);
        assertFalse(page.contains("新旧密钥都能验证"), page);
        SealPrivateKey third = SealingHospital.newKey(Suite.SM2);
        refused(hospital.renewal(1, hospital.first(), third).bytes(), "keySeq", "使用中的密钥");
    }

    @Test
    void a_key_that_was_stopped_is_suspect_since_then() {
        WORLD.suspendKey(hospital.issuer(), 1);
        String page = page();
        assertTrue(page.contains("已停用"), page);
        assertTrue(page.matches("(?s).*" + today() + "[ 0-9:]+起可能在别人手里.*"), page);
        String english = desk.speaking("en").get("/hospital/keys").body();
        assertTrue(english.contains("It may have been in other hands since " + today()), english);
    }

    private void refused(byte[] file, String... texts) {
        HttpResponse<String> answer = send(file);
        assertEquals(422, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("密钥没有更换"), answer.body());
        for (String text : texts) {
            assertTrue(answer.body().contains(text), text + " in " + answer.body());
        }
    }

    private HttpResponse<String> send(byte[] file) {
        page();
        return desk.file("/hospital/keys/file", Map.of(), "request.json", file);
    }

    private String page() {
        return desk.get("/hospital/keys").body();
    }

    private static String thumbprint(SealPrivateKey key) {
        return key.publicKey().thumbprint().hex().substring(0, 16);
    }

    private static String today() {
        return DateTimeFormatter.ISO_LOCAL_DATE
                .withZone(ZoneId.of("Asia/Shanghai"))
                .format(Instant.now());
    }
}
