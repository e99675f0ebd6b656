package io.yipiao.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.demo.Api;
import io.yipiao.gateway.demo.Hospital;
import io.yipiao.gateway.start.RunningGateway;
import io.yipiao.verifier.batch.BatchHeader;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.fees.InclusionProof;
import io.yipiao.verifier.fingerprint.Fingerprint;
import io.yipiao.verifier.qr.PictureReader;
import io.yipiao.verifier.qr.QrText;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.receipt.OrganisationRoots;
import io.yipiao.verifier.receipt.Receipt;
import io.yipiao.verifier.seal.SealedBill;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

/** A stored bill over HTTP: its state, code, place on the ledger, receipt and sealed line. */
@Timeout(120)
class BillOperationsTest {
    private static final RunningGateway WORLD = RunningGateway.shared();
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z");
    private static final int MODULE = 8;

    private final Hospital hospital = WORLD.hospital();
    private final Api api = WORLD.as(Role.HOSPITAL, hospital.issuer());
    private final List<Bill> bills = Papers.visits(hospital.issuer(), 3);
    private final Uploaded uploaded =
            Uploaded.of(api, hospital.upload(bills), UUID.randomUUID().toString());

    @Test
    void its_state_tells_what_it_is_and_how_far() throws FieldException {
        Json.Members state = anchored(1);
        Bill bill = bills.get(1);
        assertEquals(bill.total().value(), state.whole("totalFen"));
        assertEquals(bill.claimable().value(), state.whole("claimableFen"));
        assertEquals(bill.issueDate().toString(), state.text("issueDate"));
        assertEquals(
                hospital.seal(bill).bill().fingerprint().toString(), fingerprint(state).toString());
        assertFalse(state.toString().contains(bill.patient().name()));
    }

    @Test
    void its_code_reads_the_same_from_png_and_svg() throws Exception {
        String text = api.get(path(0) + "/qr?format=text").expect(200).text();
        byte[] png = api.get(path(0) + "/qr", "image/png").expect(200).body();
        byte[] svg = api.get(path(0) + "/qr", "image/svg+xml").expect(200).body();

        assertEquals(text, PictureReader.read(png));
        assertEquals(
                text,
                PictureReader.read(
                        drawn(new String(svg, java.nio.charset.StandardCharsets.UTF_8))));
        assertEquals(
                hospital.seal(bills.getFirst()).bill().fingerprint(),
                QrText.parse(text).payload().opening().fingerprint());
    }

    @Test
    void its_anchor_proves_that_it_stands_in_the_batch() throws Exception {
        Fingerprint fingerprint = fingerprint(anchored(2));
        RunningGateway.await(() -> api.get(path(2) + "/anchor").status() == 200);
        Json.Members anchor = api.get(path(2) + "/anchor").json();

        List<Digest> siblings = new ArrayList<>();
        for (String hex : anchor.items("proof").texts("proof")) {
            siblings.add(Digest.ofHex("proof", hex));
        }
        int position = Math.toIntExact(anchor.whole("position"));
        BatchHeader header =
                new BatchHeader(
                        Math.toIntExact(anchor.whole("issuer")),
                        Math.toIntExact(anchor.whole("size")),
                        Digest.ofHex("root", anchor.text("root")));
        assertEquals(2, position);
        assertEquals(3, header.size());
        header.checkInclusion(fingerprint, InclusionProof.of(position, siblings));
    }

    @Test
    void its_receipt_is_checked_offline() throws Exception {
        anchored(0);
        RunningGateway.await(() -> api.get(path(0) + "/receipt").status() == 200);
        byte[] receipt = api.get(path(0) + "/receipt").body();
        OrganisationRoots roots = OrganisationRoots.parse(WORLD.gateway().ledger().roots());
        Receipt.parse(receipt).check(roots, "bills");
    }

    @Test
    void its_sealed_line_is_the_one_that_was_uploaded() throws FieldException {
        byte[] line = api.get(path(1) + "/sealed").expect(200).body();
        SealedBill sealed = SealedBill.parse(line);
        assertEquals(bills.get(1), sealed.bill().bill());
        assertEquals(hospital.seal(bills.get(1)).bill().fingerprint(), sealed.bill().fingerprint());
    }

    @Test
    void another_hospital_finds_nothing_and_staff_finds_it() {
        Api other = WORLD.as(Role.HOSPITAL, WORLD.freeNumber());
        anchored(0);
        for (String part : List.of("", "/qr", "/anchor", "/receipt", "/sealed")) {
            assertEquals(404, other.get(path(0) + part).status(), part);
        }
        assertEquals(404, other.get("/api/v1/uploads/" + uploaded.id()).status());
        assertEquals(200, WORLD.as(Role.CLERK, 1).get(path(0)).status());
        assertEquals(200, WORLD.as(Role.AUDITOR, 1).get(path(0)).status());
        assertEquals(404, api.get("/api/v1/bills/" + UUID.randomUUID()).status());
        assertEquals(400, api.get("/api/v1/bills/nonsense").status());
    }

    private Json.Members anchored(int bill) {
        RunningGateway.await(
                () -> Uploaded.text(api.get(path(bill)).json(), "state").equals("ANCHORED"));
        return api.get(path(bill)).json();
    }

    private String path(int bill) {
        return "/api/v1/bills/" + uploaded.bill(bill);
    }

    private static Fingerprint fingerprint(Json.Members state) throws FieldException {
        return new Fingerprint(Digest.ofHex("fingerprint", state.text("fingerprint")));
    }

    /** The SVG's dark runs drawn as a picture. */
    private static byte[] drawn(String svg) throws IOException {
        int side = Integer.parseInt(svg.replaceAll("(?s).*viewBox=\"0 0 (\\d+) .*", "$1"));
        int pixels = side * MODULE;
        BufferedImage picture = new BufferedImage(pixels, pixels, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, pixels, pixels);
        pen.setColor(Color.BLACK);
        for (MatchResult run : RUN.matcher(svg).results().toList()) {
            pen.fillRect(
                    Integer.parseInt(run.group(1)) * MODULE,
                    Integer.parseInt(run.group(2)) * MODULE,
                    Integer.parseInt(run.group(3)) * MODULE,
                    MODULE);
        }
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        return out.toByteArray();
    }
}
