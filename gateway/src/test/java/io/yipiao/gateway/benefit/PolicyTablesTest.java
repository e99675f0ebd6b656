package io.yipiao.gateway.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.verifier.bill.CareKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/** Tables of policy data, and how their faults are told. */
class PolicyTablesTest {
    private static final TableSource GOOD = TableSource.demonstration();

    @Test
    void every_scheme_covers_stays_and_visits_at_every_level_of_the_city() {
        for (Insured person : DemonstrationPolicy.INSURED) {
            for (Level level : Level.values()) {
                assertTrue(covered(person, CareKind.INPATIENT, level, "2026-01-01"));
                assertTrue(covered(person, CareKind.OUTPATIENT, level, "2027-06-30"));
            }
        }
    }

    @Test
    void before_a_rule_is_valid_nothing_is_covered() {
        Insured person = DemonstrationPolicy.INSURED.iterator().next();
        assertEquals(false, covered(person, CareKind.INPATIENT, Level.ONE, "2025-12-31"));
    }

    @ParameterizedTest(quoteTextArguments = false)
    @CsvSource(
            delimiter = '|',
            value = {
                "catalogue.csv | DEMO-CT,CT平扫,B | DEMO-CT,CT平扫,D | line 9, class: expected one of"
                        + " [A, B, C], found D",
                "catalogue.csv | B,by-price,,no | B,1.5,,no | line 9, own_pay: expected a ratio"
                        + " from 0 to 1 with at most 4 places, found 1.5",
                "catalogue.csv | B,by-price,,no | B,,,no | line 9, own_pay: expected a ratio or"
                        + " by-price for class B, else nothing, found nothing",
                "catalogue.csv | DEMO-INF,静脉输液 | DEMO-CT,静脉输液 | line 10, code: expected each row"
                        + " once, found a row twice",
                "catalogue.csv | 40.00,no | 40,no | line 4, ceiling: expected yuan with two"
                        + " decimals, such as 1234.50, found 40",
                "catalogue.csv | 40.00,no | 40.00,maybe | line 4, negative: expected yes or no,"
                        + " found maybe",
                "schemes.csv | 2026-01-01,EMPLOYEE,INPATIENT,CITY,ONE |"
                    + " 2026-02-30,EMPLOYEE,INPATIENT,CITY,ONE | line 6, valid_from: expected a day"
                    + " such as 2026-01-01, found 2026-02-30",
                "schemes.csv | 40000.00,0.94 | 40000.00, | line 6, ratio_above: expected a ratio"
                        + " if, and only if, band_to is given, found nothing",
                "schemes.csv | CITY,TWO,600.00 | CITY,ONE,600.00 | line 7, valid_from: expected"
                        + " each row once, found a row twice",
                "institutions.csv | 示范市人民医院,TWO,yes | 示范市人民医院,TWO | line 3, cells: expected 4,"
                        + " found 3",
                "own-pay.csv | valid_from, | valid, | line 3, columns: expected"
                        + " valid_from,threshold,up_to,above, found valid,threshold,up_to,above",
                "routing.csv | 500.00 | \"500.00\" | line 3, cells: expected neither quotation"
                        + " marks nor spaces around, found \"500.00\"",
                "following.csv | ASSISTANCE | CHARITY | line 5, payer: expected one of [BASIC,"
                        + " SERIOUS_ILLNESS, ASSISTANCE, COMMERCIAL], found CHARITY"
            })
    void names_file_line_and_field(String file, String text, String fault, String told) {
        TableException e =
                assertThrows(TableException.class, () -> Policy.read(with(file, text, fault)));
        assertEquals(file + ", " + told, e.getMessage());
        assertEquals(file, e.file());
    }

    @ParameterizedTest
    @CsvSource({
        "990000198103070024, 990000198103070025, id_number",
        "990000198103070024, 990000198113070024, id_number",
        "990000198103070024, 99000019810307002, id_number",
        "张示范, '', name"
    })
    void refuses_a_person_without_a_valid_identity_number_or_name(
            String text, String fault, String field) {
        TableException e =
                assertThrows(
                        TableException.class,
                        () -> Policy.readInsured(with("insured.csv", text, fault)));
        assertEquals(4, e.line());
        assertEquals(field, e.field());
    }

    @Test
    void refuses_a_missing_table_and_one_that_is_not_utf_8() {
        TableSource missing = TableSource.folder(Path.of("/no/such/folder"));
        assertThrows(TableException.class, () -> Policy.read(missing));
        TableSource gbk = file -> new byte[] {(byte) 0xca, (byte) 0xc0};
        assertEquals("text", assertThrows(TableException.class, () -> Policy.read(gbk)).field());
    }

    @Test
    void refuses_an_empty_table() {
        TableSource empty = file -> "# nothing\n".getBytes(StandardCharsets.UTF_8);
        assertThrows(TableException.class, () -> Policy.read(empty));
    }

    private static boolean covered(Insured person, CareKind care, Level level, String day) {
        return DemonstrationPolicy.POLICY
                .scheme(person, care, Place.CITY, Optional.of(level), LocalDate.parse(day))
                .isPresent();
    }

    private static TableSource with(String file, String text, String fault) {
        return name -> {
            String table = new String(GOOD.open(name), StandardCharsets.UTF_8);
            int at = name.equals(file) ? table.indexOf(text) : -1;
            return at < 0
                    ? GOOD.open(name)
                    : (table.substring(0, at) + fault + table.substring(at + text.length()))
                            .getBytes(StandardCharsets.UTF_8);
        };
    }
}
