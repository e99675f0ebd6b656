package io.yipiao.verifier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.verifier.bill.Bills;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

class CheckingTest {
    @TempDir static Path shared;
    @TempDir Path folder;

    private static Office office;

    @BeforeAll
    static void open() {
        office = Office.open(shared);
    }

    @Test
    void verifies_text_picture_and_standard_input() {
        Called text = Called.with(office.trusting("verify", office.text(0))).ends(Exit.GOOD);
        assertTrue(text.out().startsWith("⚡ NO_LEDGER Signature valid; claims not checked\n"));
        for (String line :
                List.of(
                        "The seal of 示范市人民医院 holds (trust list 7, key 1).",
                        "  issuer: 示范市人民医院\n",
                        "  bill code: 99060226\n",
                        "  bill number: 0000000001\n",
                        "  issue date: 2026-09-13\n",
                        "  total: 3,354.30\n",
                        "  total in words: 叁仟叁佰伍拾肆元叁角整\n",
                        "A QR code alone does not show")) {
            assertTrue(text.out().contains(line), line);
        }
        Path picture = office.file("codes/" + Office.PICTURE);
        assertEquals(text, Called.with(office.trusting("verify", picture)));
        Called piped = Called.reading(office.text(0) + "\r\n", office.trusting("verify", "-"));
        assertEquals(text, piped);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SM2", "ES256"})
    void verifies_either_suite(String suite) {
        Office other = Office.open(folder, suite, Bills.sample());
        Called.with(other.trusting("verify", other.text(0))).ends(Exit.GOOD);
    }

    @Test
    void ends_with_1_on_every_bad_verdict() {
        Office other = Office.open(folder);
        String altered = office.text(0);
        Called bad = Called.with(other.trusting("verify", altered)).ends(Exit.BAD);
        assertTrue(bad.out().startsWith("✕ ALTERED Not what the hospital issued\n"), bad.out());
        assertFalse(bad.out().contains("3,354.30"));
        String cut = altered.substring(0, altered.length() - 5);
        Called unread = Called.with(office.trusting("verify", cut)).ends(Exit.BAD);
        assertTrue(unread.out().startsWith("▢ UNREAD"));
        Called elsewhere =
                Called.with(
                        office.trusting(
                                "verify",
                                "http://einvoice.jsczt.cn/page/99060226/0000000001/a1b2c3"));
        assertTrue(elsewhere.ends(Exit.BAD).out().startsWith("↗ ELSEWHERE"));
        assertTrue(elsewhere.out().contains("not verified"));
    }

    @Test
    void says_as_of_which_list_a_key_was_revoked_and_that_a_list_is_stale() {
        Office other = Office.open(folder);
        String key = other.read("hospital/key.json").strip();
        String revoked =
                key.substring(0, key.length() - 1) + ",\"revokedAt\":\"2026-09-14T00:00:00Z\"}";
        other.list("later.json", 8, revoked);
        Called called =
                Called.with(
                        "verify",
                        other.text(0),
                        "--list",
                        other.file("later.json"),
                        "--pin",
                        other.pin());
        assertTrue(called.ends(Exit.BAD).out().startsWith("⚿ REVOKED"));
        assertTrue(called.out().contains("As of list 8"));
        Called stale =
                Called.at(
                        Called.NOW.plus(Duration.ofDays(8)),
                        other.trusting("verify", other.text(0)));
        assertTrue(stale.ends(Exit.GOOD).out().contains("Trust list 7 is stale"));
    }

    @Test
    void uses_no_trust_list_but_the_pinned_keys() {
        Called called =
                Called.with(
                        "verify",
                        office.text(0),
                        "--list",
                        office.file("list.json"),
                        "--pin",
                        office.file("hospital/key.json"));
        assertTrue(called.ends(Exit.UNUSABLE).err().contains("was not sealed by the key"));
        assertEquals("", called.out());
    }

    @Test
    void compares_with_the_sealed_file() {
        Called same =
                Called.with(
                        office.trusting(
                                "compare", office.text(0), "--file", office.file("upload.ndjson")));
        assertTrue(same.ends(Exit.GOOD).out().contains("All that was compared is the same"));
        assertFalse(same.out().contains("Not seen"));
        String forged = office.read("upload.ndjson").lines().toList().get(1);
        Path file = office.write("forged", forged.replace("\"name\":\"张示范\"", "\"name\":\"李示范\""));
        Called differs =
                Called.with(
                        office.trusting(
                                "compare",
                                office.text(0),
                                "--file",
                                file,
                                "--original",
                                office.file("upload.ndjson")));
        assertTrue(differs.ends(Exit.BAD).out().contains("payer party's name"), differs.out());
        assertTrue(differs.out().contains("  patient.name: \"张示范\" ≠ \"李示范\""));
        Called useless =
                Called.with(
                        office.trusting(
                                "compare", office.text(0), "--file", file, "--original", file));
        assertTrue(useless.ends(Exit.UNUSABLE).err().contains("no field can be named"));
        Called missing =
                Called.with(
                        office.trusting("compare", office.text(0), "--file", office.file("texts")));
        missing.ends(Exit.UNUSABLE);
    }

    @Test
    void compares_with_typed_elements_and_says_what_they_cannot_show() {
        Called same = compareTyped("3354.30", "2026-09-13").ends(Exit.GOOD);
        assertTrue(same.out().contains("Not seen by this comparison: issuer"));
        Called differs = compareTyped("3354.31", "2026-09-14").ends(Exit.BAD);
        assertTrue(differs.out().contains("  total: 3354.30 ≠ 3354.31\n"));
        assertTrue(differs.out().contains("  issue date: 2026-09-13 ≠ 2026-09-14\n"));
        Called neither = Called.with(office.trusting("compare", office.text(0)));
        assertTrue(neither.ends(Exit.UNUSABLE).err().contains("either --file"));
    }

    @Test
    void compares_nothing_with_a_code_that_does_not_hold() {
        Office other = Office.open(folder);
        Called called =
                Called.with(
                        other.trusting(
                                "compare", office.text(0), "--file", office.file("upload.ndjson")));
        assertTrue(called.ends(Exit.BAD).out().contains("not compared"));
    }

    @Test
    void inspects_without_checking() {
        Called own = Called.with("inspect", office.text(0)).ends(Exit.GOOD);
        assertTrue(own.out().contains("its seal not checked"));
        assertTrue(own.out().contains("  identity: 99060226-0000000001\n"));
        assertTrue(own.out().contains("  claimable: 3354.30\n"));
        Called.with("inspect", office.text(0).substring(9)).ends(Exit.BAD);
        Called.with("inspect", "/Q/AAAA").ends(Exit.BAD);
        Called vat = Called.with("inspect", "01,32,,26332000000123456789,123.45,20260913,,0A1B,");
        assertTrue(vat.ends(Exit.GOOD).out().contains("source: VAT"));
    }

    @Test
    void says_what_to_do_with_a_picture_that_shows_no_code() {
        Path text = office.write("no-picture", "hello");
        Called called = Called.with("decode", text).ends(Exit.BAD);
        assertTrue(called.err().contains("save it as JPEG or PNG"));
        Called.with("decode", office.file("nowhere.png")).ends(Exit.UNUSABLE);
    }

    @Test
    void speaks_the_language_of_the_environment_or_the_one_asked_for() {
        Called chinese = Called.in(Map.of("LANG", "zh_CN.UTF-8"), "explain", "OPEN");
        assertTrue(chinese.ends(Exit.GOOD).out().startsWith("✓ OPEN 真票，还没有报销过\n"));
        Called asked = Called.in(Map.of("LANG", "zh_CN"), "explain", "open", "--language", "en");
        assertTrue(asked.ends(Exit.GOOD).out().startsWith("✓ OPEN Genuine, not yet claimed\n"));
        Called all = Called.in(Map.of("LC_ALL", "C", "LANG", "zh_CN"), "explain");
        assertEquals(45, all.ends(Exit.GOOD).out().lines().count());
        assertTrue(all.out().contains("No record of this bill"));
        Called.with("explain", "--language", "fr").ends(Exit.UNUSABLE);
    }

    @Test
    void ends_with_2_on_a_call_that_it_does_not_understand() {
        Called.with("verify").ends(Exit.UNUSABLE);
        Called.with("explain", "GENUINE").ends(Exit.UNUSABLE);
        Called.with("forge").ends(Exit.UNUSABLE);
        assertTrue(Called.with("--help").ends(Exit.GOOD).out().contains("alterations"));
    }

    private static Called compareTyped(String amount, String date) {
        return Called.with(
                office.trusting(
                        "compare",
                        office.text(0),
                        "--code",
                        "99060226",
                        "--number",
                        "0000000001",
                        "--amount",
                        amount,
                        "--date",
                        date,
                        "--check-code",
                        "a1b2c3"));
    }
}
