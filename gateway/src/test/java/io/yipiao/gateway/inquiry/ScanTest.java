package io.yipiao.gateway.inquiry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.intake.StoredBill;
import io.yipiao.gateway.ledger.TestIssuer;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.fingerprint.Core;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.qr.QrPayload;
import io.yipiao.verifier.qr.QrText;
import io.yipiao.verifier.seal.BillSeal;
import io.yipiao.verifier.verdict.Remark;
import io.yipiao.verifier.verdict.Verdict;
import io.yipiao.verifier.verdict.VerdictKind;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What may stand in a scanned text, and what becomes of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScanTest {
    private InquiryWorld world;
    private Inquiry inquiry;
    private StoredBill bill;
    private String text = "";

    @BeforeAll
    void open(@TempDir Path folder) {
        world = new InquiryWorld(folder);
        inquiry = world.inquiry();
        bill = world.anchored(world.bill());
        text = world.qr(bill);
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void a_code_is_read_in_whatever_way_it_was_scanned_or_typed() {
        String path = text.substring(text.indexOf("/Q/"));
        String fullWidth =
                text.chars()
                        .mapToObj(unit -> Character.toString(unit + 0xfee0))
                        .reduce("\u3000", String::concat);
        for (String scanned :
                List.of(
                        text,
                        path,
                        text.toLowerCase(Locale.ROOT),
                        "https://yipiao.example" + path,
                        fullWidth,
                        "\u0002 " + text + "\r\n\u0003",
                        text.substring(0, 40) + "\u0000\t" + text.substring(40))) {
            assertEquals(VerdictKind.OPEN, kind(scanned), scanned);
        }
    }

    @Test
    void a_genuine_code_under_another_host_is_answered_with_a_warning() {
        Verdict own = verdict(text);
        assertFalse(codes(own.notices()).contains(Remark.Code.OTHER_HOST));

        Verdict foreign = verdict(text.replace("YIPIAO.EXAMPLE", "EVIL.EXAMPLE"));
        assertEquals(VerdictKind.OPEN, foreign.kind());
        assertTrue(codes(foreign.notices()).contains(Remark.Code.OTHER_HOST));
    }

    @Test
    void a_garbled_scan_is_unread_and_accuses_nobody() {
        int start = text.indexOf("/Q/") + 3;
        for (int at = start; at < text.length(); at += 7) {
            char other = text.charAt(at) == 'A' ? 'B' : 'A';
            String garbled = text.substring(0, at) + other + text.substring(at + 1);
            assertEquals(VerdictKind.UNREAD, kind(garbled), "character " + at);
            assertEquals(VerdictKind.UNREAD, kind(text.substring(0, at)), "cut at " + at);
        }
        assertEquals(VerdictKind.UNREAD, kind(text + "A"));
        assertEquals(VerdictKind.UNREAD, kind(text + "="));
    }

    @Test
    void another_amount_under_the_same_seal_is_altered() {
        Core core = bill.opening().core();
        Core dearer =
                new Core(
                        core.id(),
                        core.issuer(),
                        core.total().plus(new Fen(100)),
                        core.claimable(),
                        core.date(),
                        core.relation());
        Verdict verdict = verdict(coded(1, opening(dearer), bill));
        assertEquals(VerdictKind.ALTERED, verdict.kind());
        assertInstanceOf(Verdict.Unproven.class, verdict);
    }

    @Test
    void no_byte_under_the_seal_can_be_changed_even_with_the_right_checksum() {
        byte[] opened = bill.opening().bytes();
        for (int i = 0; i < opened.length; i++) {
            byte[] changed = opened.clone();
            changed[i] ^= 1;
            Optional<Opening> opening = parsed(changed);
            if (opening.isPresent()) {
                Verdict verdict = verdict(coded(1, opening.get(), bill));
                boolean another = opening.get().core().issuer() != bill.issuer();
                assertEquals(
                        another ? VerdictKind.UNKNOWN : VerdictKind.ALTERED,
                        verdict.kind(),
                        "byte " + i);
            }
        }
    }

    @Test
    void a_seal_of_nobody_we_know_is_unknown() {
        TestIssuer stranger = new TestIssuer();
        Opening opening = stranger.bill(100);
        QrPayload forged =
                new QrPayload(1, opening, BillSeal.make(stranger.key(), opening.fingerprint()));
        Verdict unknown = verdict(text(forged));
        assertEquals(VerdictKind.UNKNOWN, unknown.kind());
        assertEquals(List.of(Remark.Code.UNKNOWN_ISSUER), codes(unknown.reasons()));

        Verdict otherKey = verdict(coded(2, bill.opening(), bill));
        assertEquals(VerdictKind.UNKNOWN, otherKey.kind());
        assertEquals(List.of(Remark.Code.UNKNOWN_KEY), codes(otherKey.reasons()));
    }

    @Test
    void a_bill_of_elsewhere_is_never_called_genuine_and_nothing_is_taken_from_it() {
        for (String foreign :
                List.of(
                        "https://www.chinaebill.cn/d?t=501&a=APP"
                                + "&d=99060226_0000000001_a1b2c3_20260913&s=0123456789",
                        "01,10,011001900211,12345678,68.90,20260304,12345678901234567890,AB12,")) {
            Answer answer = inquiry.ofText(foreign, new Reader.Official());
            assertEquals(VerdictKind.ELSEWHERE, answer.verdict().kind(), foreign);
            assertInstanceOf(Verdict.Elsewhere.class, answer.verdict());
            assertEquals(Optional.empty(), answer.bill());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "http://127.0.0.1:1/Q",
                "https://evil.example/?next=/Q/",
                "javascript:alert(1)",
                "file:///etc/passwd",
                "/Q/../../etc/passwd",
                "\uD800/Q/\uDC00",
                "0000000001"
            })
    void what_is_no_bill_code_is_unread(String scanned) {
        Answer answer = inquiry.ofText(scanned, new Reader.Stranger());
        assertEquals(VerdictKind.UNREAD, answer.verdict().kind());
        assertEquals(Optional.empty(), answer.bill());
    }

    @Test
    void a_huge_text_is_unread_at_once() {
        assertEquals(VerdictKind.UNREAD, kind(text + "A".repeat(50_000_000)));
        assertEquals(VerdictKind.UNREAD, kind("\u0000".repeat(10_000_000) + text));
    }

    private Opening opening(Core core) {
        Opening sealed = bill.opening();
        return new Opening(core, sealed.salt(), sealed.person(), sealed.root());
    }

    private static Optional<Opening> parsed(byte[] bytes) {
        try {
            return Optional.of(Opening.parse(bytes));
        } catch (io.yipiao.verifier.bill.FieldException e) {
            return Optional.empty();
        }
    }

    private static String coded(int keySeq, Opening opening, StoredBill sealed) {
        return text(new QrPayload(keySeq, opening, sealed.sealed().seal()));
    }

    private static String text(QrPayload payload) {
        return new QrText(Optional.empty(), payload).text();
    }

    private Verdict verdict(String scanned) {
        return inquiry.ofText(scanned, new Reader.Stranger()).verdict();
    }

    private VerdictKind kind(String scanned) {
        return verdict(scanned).kind();
    }

    private static List<Remark.Code> codes(List<Remark> remarks) {
        return remarks.stream().map(Remark::code).toList();
    }
}
