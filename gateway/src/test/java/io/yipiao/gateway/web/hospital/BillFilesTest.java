package io.yipiao.gateway.web.hospital;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.start.RunningGateway;
import io.yipiao.gateway.web.Browser;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.qr.Face;
import io.yipiao.verifier.qr.FaceReader;
import io.yipiao.verifier.qr.PictureException;
import io.yipiao.verifier.qr.PictureReader;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What a hospital fetches and prints of the bills it uploaded. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BillFilesTest {
    private final HospitalDesk desk = HospitalDesk.inCustody();
    private final List<Bill> bills = desk.bills(25);
    private String upload = "";
    private String bill = "";

    @BeforeAll
    void upload_and_anchor() {
        upload = Browser.location(desk.upload("a.ndjson", HospitalDesk.fileOf(bills)));
        RunningGateway.await(() -> page(upload).contains("已上链 25"));
        bill = page(upload).replaceFirst("(?s).*?(/hospital/bills/[0-9a-f-]{36}).*", "$1");
    }

    @Test
    void the_zip_holds_a_picture_a_bill_named_by_its_number_that_decodes_to_that_bill()
            throws IOException, PictureException {
        Map<String, byte[]> files = unzip(desk.fetch(upload + "/codes"));
        List<String> names =
                bills.stream().map(b -> b.id().number() + "-" + b.id().code() + ".png").toList();
        assertEquals(names, List.copyOf(files.keySet()));
        for (int i = 0; i < names.size(); i += 8) {
            String text = PictureReader.read(files.getOrDefault(names.get(i), new byte[0]));
            Face.Own own = (Face.Own) FaceReader.read(text);
            assertEquals(bills.get(i).id(), own.text().payload().opening().core().id());
        }
    }

    @Test
    void receipts_of_the_upload_and_of_a_bill_prove_the_same_batch() throws Exception {
        Map<String, byte[]> files = unzip(desk.fetch(upload + "/receipts"));
        assertEquals(1, files.size());
        Json.Members ofUpload = JsonReader.readObject(files.values().iterator().next());
        Json.Members ofBill = JsonReader.readObject(desk.fetch(bill + "/receipt"));
        assertEquals(ofUpload.values().keySet(), ofBill.values().keySet());
        assertTrue(ofBill.has("endorsements"), ofBill.values().keySet().toString());
    }

    @Test
    void faces_are_printed_twenty_at_a_time_with_code_facts_time_and_address() {
        String first = page(upload + "/faces");
        assertEquals(20, first.split("<article class=\"face\">", -1).length - 1);
        assertEquals(20, first.split("<img class=\"qr\" src=\"/hospital/bills/", -1).length - 1);
        assertTrue(first.contains("报销凭条（非财政票据）"));
        assertTrue(first.contains("第 1–20 张，共 25 张"));
        assertTrue(first.contains(bills.getFirst().id().number()));
        assertTrue(first.contains("打印时间") && first.contains("网址应以"));
        assertFalse(first.contains("财政电子票据"), "it does not pass for the bill");
        String second = page(upload + "/faces?from=20");
        assertEquals(5, second.split("<article class=\"face\">", -1).length - 1);
        assertEquals(404, desk.get(upload + "/faces?from=25").statusCode());
        String english = desk.speaking("en").get(upload + "/faces").body();
        desk.speaking("zh-CN");
        assertTrue(english.contains("Reimbursement slip (not a fiscal bill)"));
    }

    @Test
    void a_bill_shows_its_face_and_where_it_is_anchored_and_no_person() {
        String page = page(bill);
        for (String words :
                List.of("<h1>已上链</h1>", "上链时间", "区块", "登记凭证", bill + "/code", "474.65")) {
            assertTrue(page.contains(words), words);
        }
        String person = bills.getFirst().patient().name();
        for (String shown : List.of(page, page(upload), page(upload + "/faces"))) {
            assertFalse(shown.contains(person) || shown.contains("基本医保"));
        }
        String english = desk.speaking("en").get(bill).body();
        desk.speaking("zh-CN");
        assertTrue(english.contains("<h1>Anchored</h1>"));
        String code = new String(desk.fetch(bill + "/code"), StandardCharsets.UTF_8);
        assertTrue(code.startsWith("<svg ") && code.contains("40mm"));
    }

    @Test
    void another_hospitals_bills_files_and_receipts_are_not_there() {
        HospitalDesk other = HospitalDesk.inCustody();
        for (String path :
                List.of(
                        bill,
                        bill + "/code",
                        bill + "/receipt",
                        upload + "/codes",
                        upload + "/faces",
                        upload + "/receipts")) {
            assertEquals(404, other.get(path).statusCode(), path);
        }
        assertEquals(404, desk.get("/hospital/bills/x").statusCode());
    }

    private String page(String path) {
        return desk.get(path).body();
    }

    private static Map<String, byte[]> unzip(byte[] bytes) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
