package io.yipiao.verifier.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.Fen;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

class FaceReaderTest {
    private static final BillId FISCAL = new BillId(BillId.Kind.FISCAL, "99060226", "0000000001");
    private static final Optional<LocalDate> DAY = Optional.of(LocalDate.of(2026, 9, 13));

    @Test
    void knows_our_own_code() {
        QrText text = QrText.of(Payloads.ORIGIN, Payloads.plain());
        assertEquals(new Face.Own(text), FaceReader.read(text.text()));
        assertEquals(
                new Face.Own(new QrText(Optional.empty(), text.payload())),
                FaceReader.read(text.path()));
    }

    @Test
    void reads_a_scanner_that_lowers_widens_and_ends_the_line() {
        QrText text = QrText.of(Payloads.ORIGIN, Payloads.plain());
        StringBuilder wide = new StringBuilder("\u3000");
        text.text()
                .toLowerCase(Locale.ROOT)
                .chars()
                .forEach(unit -> wide.append((char) (unit + 0xfee0)));
        assertEquals(new Face.Own(text), FaceReader.read(wide + "\r\n"));
    }

    @Test
    void calls_our_code_garbled_if_it_cannot_be_read() {
        String text = QrText.of(Payloads.ORIGIN, Payloads.plain()).text();
        Face face = FaceReader.read(text.substring(0, text.length() - 5));
        assertEquals(
                QrPayload.CHECKSUM, assertInstanceOf(Face.Garbled.class, face).fault().field());
    }

    @Test
    void knows_the_link_of_a_fiscal_bill() {
        assertEquals(
                new Face.Foreign(
                        Face.Source.CHINAEBILL,
                        Optional.of(FISCAL),
                        Optional.of("a1b2c3"),
                        Optional.empty(),
                        DAY),
                FaceReader.read(
                        "https://www.chinaebill.cn/d?t=501&a=APP"
                                + "&d=99060226_0000000001_a1b2c3_20260913&s=0123456789"));
    }

    @Test
    void knows_the_link_that_says_an_amount() {
        assertEquals(
                new Face.Foreign(
                        Face.Source.CHINAEBILL,
                        Optional.of(FISCAL),
                        Optional.of("a1b2c3"),
                        Optional.of(new Fen(335_430)),
                        DAY),
                FaceReader.read(
                        "https://wx.chinaebill.cn/eips-wxapp-service/d?t=504&x=1"
                                + "&d=99060226_0000000001_a1b2c3_3354.3_20260913&s=0123456789"));
    }

    @Test
    void knows_jiangsus_links() {
        assertEquals(
                new Face.Foreign(
                        Face.Source.JIANGSU,
                        Optional.of(FISCAL),
                        Optional.of("a1b2c3"),
                        Optional.empty(),
                        Optional.empty()),
                FaceReader.read("http://einvoice.jsczt.cn/page/99060226/0000000001/a1b2c3"));
        assertEquals(
                new Face.Foreign(
                        Face.Source.JIANGSU_OPAQUE,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                FaceReader.read("http://einvoice.jsczt.cn/d/0123456789abcdef01"));
    }

    @Test
    void knows_the_string_of_a_vat_invoice() {
        assertEquals(
                new Face.Foreign(
                        Face.Source.VAT,
                        Optional.of(new BillId(BillId.Kind.VAT, "033002600104", "87654321")),
                        Optional.of("12345678901234567890"),
                        Optional.of(new Fen(10_000)),
                        DAY),
                FaceReader.read(
                        "01,10,033002600104,87654321,100,20260913,12345678901234567890,0A1B,"));
    }

    @Test
    void knows_a_special_and_an_all_digital_invoice() {
        assertEquals(
                new Face.Foreign(
                        Face.Source.VAT,
                        Optional.of(new BillId(BillId.Kind.VAT, "3300260104", "87654321")),
                        Optional.empty(),
                        Optional.of(new Fen(5)),
                        DAY),
                FaceReader.read("01,01,3300260104,87654321,0.05,20260913,,0A1B,"));
        assertEquals(
                new Face.Foreign(
                        Face.Source.VAT,
                        Optional.of(
                                new BillId(BillId.Kind.ALL_DIGITAL, "", "26332000000123456789")),
                        Optional.empty(),
                        Optional.of(new Fen(12_345)),
                        DAY),
                FaceReader.read("01,32,,26332000000123456789,123.45,20260913,,0A1B"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "https://example.com/d?t=501&d=99060226_0000000001_a1b2c3_20260913&s=0",
                "https://chinaebill.cn.example.com/d?d=99060226_0000000001_a1b2c3_20260913",
                "https://www.chinaebill.cn/d?d=99060226_000000001_a1b2c3_20260913",
                "01,10,0330026001,876543210,100.00,20260913,12345678901234567890,0A1B,",
                "01,32,033002600104,26332000000123456789,1.00,20260913,,0A1B,",
                "02,10,033002600104,87654321,100.00,20260913,12345678901234567890,0A1B,",
                "http://einvoice.jsczt.cn/d/0123",
                "FTP://X/Q/AAAA"
            })
    void leaves_everything_else_unknown(String text) {
        assertEquals(new Face.Unknown(), FaceReader.read(text));
    }

    @Test
    void looks_at_no_text_beyond_its_limit() {
        assertEquals(new Face.Unknown(), FaceReader.read("/Q/" + "A".repeat(FaceReader.LONGEST)));
    }
}
