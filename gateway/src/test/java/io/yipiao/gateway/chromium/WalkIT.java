package io.yipiao.gateway.chromium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.FilePayload;

import io.yipiao.gateway.access.Owner;
import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.demo.SampleUpload;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.verdict.Language;
import io.yipiao.verifier.verdict.VerdictKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The walk that README tells a newcomer: a hospital's file, its codes, one of them scanned, claimed
 * in one tap by its owner, decided at the desk.
 */
class WalkIT {
    private static final DemoSite SITE = DemoSite.shared();
    private static final int EAST = 3;

    @Test
    void a_newcomer_uploads_scans_claims_and_decides(@TempDir Path folder) throws Exception {
        byte[] code = uploaded(Visitor.on(Screen.DESK), SampleUpload.write(SITE.gateway(), folder));
        String claim = claimed(Visitor.on(Screen.PHONE).reading(Language.ENGLISH), code);
        Visitor clerk = Visitor.on(Screen.DESK).reading(Language.ENGLISH);
        try (Tab tab = clerk.as(SITE.someone(Set.of(Role.CLERK))).open()) {
            tab.at("/desk").press(claim).screenshot("walk-case");
            tab.page().getByLabel(clerk.say("desk.ruling.APPROVE")).check();
            tab.press(clerk.say("desk.confirm"));
            tab.page().locator("h1#verdict").waitFor();
            assertTrue(tab.text().contains("张示范"), tab.text());
            tab.press(clerk.say("desk.confirm.button.APPROVE"));
            tab.page().waitForURL("**said=stamped");
        }
    }

    /** Uploads the file and fetches the code of the bill that its owner will claim. */
    private static byte[] uploaded(Visitor visitor, Path file) throws Exception {
        try (Tab tab = visitor.as(hospital()).open()) {
            tab.at("/hospital").page().locator("#file").setInputFiles(file);
            tab.press(visitor.say("hospital.send"));
            tab.page().waitForURL("**/hospital/uploads/*");
            assertEquals(visitor.say("hospital.end", 2, 1), tab.heading());
            tab.reloadUntil(visitor.say("hospital.counts", 3, 2, 2, 1)).screenshot("walk-upload");
            Path codes =
                    tab.page()
                            .waitForDownload(() -> tab.press(visitor.say("hospital.codes")))
                            .path();
            return picture(Files.readAllBytes(codes), "0000200101");
        }
    }

    private static byte[] picture(byte[] zip, String number) throws IOException {
        try (ZipInputStream codes = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = codes.getNextEntry();
                    entry != null;
                    entry = codes.getNextEntry()) {
                if (entry.getName().startsWith(number)) {
                    return codes.readAllBytes();
                }
            }
        }
        throw new AssertionError("no code of " + number);
    }

    private static String claimed(Visitor visitor, byte[] code) {
        Someone owner = SITE.resident("张示范");
        try (Tab tab = visitor.open()) {
            tab.at("/scan")
                    .page()
                    .locator("#picture")
                    .setInputFiles(new FilePayload("code.png", "image/png", code));
            tab.press(visitor.say("scan.read"));
            assertEquals(VerdictKind.OPEN.sentence().english(), tab.heading());
            tab.press(visitor.say("bill.matches"))
                    .fill(visitor.say("sign-in.login"), owner.login())
                    .fill(visitor.say("sign-in.password"), owner.password())
                    .press(visitor.say("sign-in"));
            tab.press(visitor.say("offer.claim"));
            tab.page().waitForURL("**/claims/*");
            return tab.page().url().replaceAll(".*/", "");
        }
    }

    private static Someone hospital() throws FieldException {
        String login = "walk.hospital";
        String password = "correct horse battery";
        Owner east = Owner.issuer("示范市城东社区卫生服务中心", EAST);
        UUID account =
                SITE.gateway().accounts().create(login, password, Set.of(Role.HOSPITAL), east);
        Someone anybody = SITE.someone(Set.of(Role.CITIZEN));
        return new Someone(
                east.name(), anybody.idNumber(), anybody.person(), account, login, password);
    }
}
