package io.yipiao.verifier.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Bills;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.bill.Issuer;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.qr.QrOrigin;
import io.yipiao.verifier.qr.QrPayload;
import io.yipiao.verifier.qr.QrText;
import io.yipiao.verifier.seal.Seal;
import io.yipiao.verifier.seal.TrustList;
import io.yipiao.verifier.verdict.Remark.Code;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class OfflineCheckTest {
    private static final Bill SAMPLE = Bills.sample();
    private static final QrText CODE = Hospital.code(SAMPLE);

    @Test
    void proves_what_is_printed_and_says_that_the_ledger_was_not_asked() {
        Verdict.Proven proven = assertInstanceOf(Verdict.Proven.class, check(CODE.text()));
        assertEquals(VerdictKind.NO_LEDGER, proven.kind());
        assertEquals(List.of(Code.SEAL_HOLDS, Code.NOT_ASKED), codes(proven.reasons()));
        assertEquals(List.of(), proven.notices());
        assertEquals("示范市人民医院", proven.facts().issuer().name());
        assertEquals(Hospital.salted(SAMPLE).core(), proven.facts().core());
    }

    @Test
    void checks_both_suites() {
        String second = Hospital.codeOfSecondKey(SAMPLE).text();
        assertEquals(VerdictKind.NO_LEDGER, check(second).kind());
    }

    @Test
    void calls_a_scan_unread_that_was_garbled_or_is_of_another_version() {
        String text = CODE.text();
        assertUnread(Code.GARBLED, text.substring(0, text.length() - 3));
        assertUnread(Code.GARBLED, text.replaceFirst("/Q/.", "/Q/7"));
        assertUnread(Code.NOT_A_BILL_CODE, "https://example.com/menu");
        assertUnread(Code.NOT_A_BILL_CODE, "");
    }

    @Test
    void calls_every_changed_bit_altered_or_unknown_or_unread() throws FieldException {
        QrPayload payload = CODE.payload();
        byte[] opening = payload.opening().bytes();
        int read = 0;
        for (int bit = 0; bit < opening.length * 8; bit++) {
            byte[] changed = opening.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            if (isOpening(changed)) {
                assertNotProven(new QrPayload(1, Opening.parse(changed), payload.seal()));
                read++;
            }
        }
        assertTrue(read > 700, "most changed openings are still well formed: " + read);
        for (int bit = 0; bit < Seal.LENGTH * 8; bit++) {
            byte[] changed = payload.seal().bytes();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertNotProven(new QrPayload(1, payload.opening(), Seal.of(changed)));
        }
        assertNotProven(new QrPayload(2, payload.opening(), payload.seal()));
    }

    @Test
    void calls_a_code_altered_whose_seal_is_another_bills() {
        QrPayload other = Hospital.code(Bills.outpatient()).payload();
        QrPayload mixed = new QrPayload(1, CODE.payload().opening(), other.seal());
        Verdict verdict = check(QrText.of(origin(), mixed).text());
        assertEquals(VerdictKind.ALTERED, verdict.kind());
        assertEquals(List.of(Code.SEAL_FAILS), codes(verdict.reasons()));
        assertEquals(
                Optional.of(mixed), assertInstanceOf(Verdict.Unproven.class, verdict).untrusted());
    }

    @Test
    void does_not_know_an_issuer_or_key_that_the_list_does_not_name() {
        Issuer stranger = new Issuer(99, "H99010100099", "别处医院");
        Verdict issuer = check(Hospital.code(Bills.issuedBy(SAMPLE, stranger)).text());
        assertEquals(VerdictKind.UNKNOWN, issuer.kind());
        assertEquals(List.of(Code.UNKNOWN_ISSUER), codes(issuer.reasons()));
        String second = Hospital.codeOfSecondKey(SAMPLE).text();
        Verdict key = OfflineCheck.check(second, Hospital.listOfFirstKey(), Hospital.NOW);
        assertEquals(VerdictKind.UNKNOWN, key.kind());
        assertEquals(List.of(Code.UNKNOWN_KEY), codes(key.reasons()));
    }

    @Test
    void calls_a_bill_revoked_whatever_date_it_bears() {
        TrustList list = Hospital.listAfterRevocation();
        Verdict.Revoked revoked =
                assertInstanceOf(
                        Verdict.Revoked.class, OfflineCheck.check(CODE, list, Hospital.NOW));
        assertTrue(revoked.reasons().getFirst().sentence().english().contains("list 7"));
        assertEquals(Optional.of(Hospital.INCIDENT), revoked.key().revokedAt());
        QrText other = Hospital.codeOfSecondKey(SAMPLE);
        assertEquals(VerdictKind.NO_LEDGER, OfflineCheck.check(other, list, Hospital.NOW).kind());
    }

    @Test
    void calls_an_altered_bill_altered_though_its_key_was_revoked() {
        QrPayload other = Hospital.code(Bills.outpatient()).payload();
        QrPayload mixed = new QrPayload(1, CODE.payload().opening(), other.seal());
        Verdict verdict =
                OfflineCheck.check(
                        QrText.of(origin(), mixed), Hospital.listAfterRevocation(), Hospital.NOW);
        assertEquals(VerdictKind.ALTERED, verdict.kind());
    }

    @Test
    void says_stale_beside_any_verdict_once_the_next_update_is_past() {
        Instant late = Hospital.NEXT_UPDATE.plusSeconds(1);
        for (TrustList list : List.of(Hospital.list(), Hospital.listAfterRevocation())) {
            Verdict verdict = OfflineCheck.check(CODE, list, late);
            assertEquals(List.of(Code.STALE), codes(verdict.notices()));
            Verdict intime = OfflineCheck.check(CODE, list, Hospital.NEXT_UPDATE);
            assertEquals(List.of(), codes(intime.notices()));
        }
        QrText unknown = Hospital.codeOfSecondKey(SAMPLE);
        assertEquals(
                List.of(Code.STALE),
                codes(OfflineCheck.check(unknown, Hospital.listOfFirstKey(), late).notices()));
    }

    @Test
    void warns_of_a_code_that_opens_another_host() throws FieldException {
        QrText other = QrText.of(QrOrigin.ofHost("bills.examp1e.gov.cn"), CODE.payload());
        Verdict verdict = OfflineCheck.check(other, Hospital.list(), Hospital.NOW);
        assertEquals(VerdictKind.NO_LEDGER, verdict.kind());
        assertEquals(List.of(Code.OTHER_HOST), codes(verdict.notices()));
        assertEquals(List.of(), check(CODE.path()).notices());
    }

    @Test
    void warns_of_a_key_under_suspicion() {
        Verdict verdict = OfflineCheck.check(CODE, Hospital.listUnderSuspicion(), Hospital.NOW);
        assertEquals(VerdictKind.NO_LEDGER, verdict.kind());
        assertEquals(List.of(Code.SUSPECT_KEY), codes(verdict.notices()));
    }

    @Test
    void says_that_a_red_bill_is_one() {
        Verdict verdict = check(Hospital.code(Bills.red(SAMPLE, 9)).text());
        assertEquals(VerdictKind.NO_LEDGER, verdict.kind());
        assertEquals(List.of(Code.IS_RED_BILL), codes(verdict.notices()));
    }

    @Test
    void does_not_call_a_bill_from_elsewhere_genuine() {
        Verdict verdict =
                check(
                        "https://www.chinaebill.cn/d?t=501&a=APP"
                                + "&d=99060226_0000000001_a1b2c3_20260913&s=0123456789");
        assertEquals(VerdictKind.ELSEWHERE, verdict.kind());
        assertInstanceOf(Verdict.Elsewhere.class, verdict);
        for (VerdictKind kind : VerdictKind.values()) {
            assertFalse(kind.sentenceElsewhere().chinese().contains("真票"));
            assertFalse(kind.sentenceElsewhere().english().contains("Genuine"));
        }
    }

    private static void assertUnread(Code expected, String text) {
        Verdict verdict = check(text);
        assertEquals(VerdictKind.UNREAD, verdict.kind());
        assertEquals(List.of(expected), codes(verdict.reasons()));
    }

    private static void assertNotProven(QrPayload payload) {
        Verdict verdict = check(QrText.of(origin(), payload).text());
        assertInstanceOf(Verdict.Unproven.class, verdict);
    }

    private static boolean isOpening(byte[] bytes) {
        try {
            Opening.parse(bytes);
            return true;
        } catch (FieldException e) {
            return false;
        }
    }

    private static Verdict check(String text) {
        return OfflineCheck.check(text, Hospital.list(), Hospital.NOW);
    }

    private static List<Code> codes(List<Remark> remarks) {
        return remarks.stream().map(Remark::code).toList();
    }

    private static QrOrigin origin() {
        return CODE.origin().orElseThrow();
    }
}
