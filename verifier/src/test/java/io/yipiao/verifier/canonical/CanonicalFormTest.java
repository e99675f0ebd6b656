package io.yipiao.verifier.canonical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.verifier.bill.AnyBill;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Bills;
import io.yipiao.verifier.reader.Json;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

class CanonicalFormTest {
    /** What a core holds in its own bytes. */
    private static final Set<String> CORE =
            Set.of(
                    "id.kind",
                    "id.code",
                    "id.number",
                    "issuer.number",
                    "total",
                    "relation.kind",
                    "relation.of.kind",
                    "relation.of.code",
                    "relation.of.number");

    @Provide
    Arbitrary<Bill> bills() {
        return AnyBill.arbitrary();
    }

    @Property
    void seals_each_value_of_a_bill_in_exactly_one_part(@ForAll("bills") Bill bill) {
        Map<String, Json> values = values(CanonicalForm.bill(bill));
        Map<String, Json> sealed = new TreeMap<>();
        Map<String, Json> core = new TreeMap<>(values);
        core.keySet().retainAll(CORE);
        core.forEach((path, value) -> seal(sealed, path, value));
        values(CanonicalForm.person(bill))
                .forEach((path, value) -> seal(sealed, "patient." + path, value));
        values(CanonicalForm.rest(bill)).forEach((path, value) -> seal(sealed, path, value));
        for (int i = 0; i < bill.lines().size(); i++) {
            String line = "lines[" + i + "].";
            values(CanonicalForm.line(bill.lines().get(i)))
                    .forEach((path, value) -> seal(sealed, line + path, value));
        }
        assertEquals(values, sealed);
    }

    private static void seal(Map<String, Json> sealed, String path, Json value) {
        assertTrue(sealed.put(path, value) == null, () -> "sealed twice: " + path);
    }

    @Test
    void writes_the_person_as_the_formats_say() {
        assertEquals(
                "{\"idNumber\":\"990000198103070024\",\"idType\":\"RESIDENT_ID\",\"name\":\"张示范\"}",
                Jcs.text(CanonicalForm.person(Bills.sample())));
    }

    @Test
    void writes_a_line_with_decimals_as_text_and_time_in_utc() {
        assertEquals(
                "{\"amount\":\"8.5995\",\"at\":\"2026-09-08T01:00:00Z\",\"catalogueClass\":\"A\","
                        + "\"catalogueCode\":\"DEMO-HERB1\",\"category\":\"10\",\"daysOfSupply\":3,"
                        + "\"hospitalCode\":\"C1001\",\"name\":\"示范饮片一\",\"quantity\":\"63\","
                        + "\"sequence\":19,\"specification\":\"g\",\"unitPrice\":\"0.1365\"}",
                Jcs.text(CanonicalForm.line(Bills.sample().lines().get(18))));
    }

    @Test
    void writes_the_rest_without_what_core_and_person_seal() {
        assertEquals(
                "{\"categoryTotals\":{\"02\":1500,\"03\":2500,\"04\":6000,\"09\":37365,\"13\":100},"
                        + "\"checkCode\":\"d4e5f6\",\"encounter\":{\"admitted\":\"2026-09-21\","
                        + "\"diagnoses\":[\"I10\"],\"discharged\":\"2026-09-21\","
                        + "\"kind\":\"OUTPATIENT\",\"number\":\"MZ20260921017\"},"
                        + "\"issuedAt\":\"2026-09-21T02:12:45Z\",\"issuer\":{"
                        + "\"code\":\"H99010100001\",\"name\":\"示范市人民医院\"},"
                        + "\"patient\":{\"birthDate\":\"1981-03-07\",\"sex\":\"FEMALE\"},"
                        + "\"payments\":{\"account\":0,\"cash\":47465,\"fund\":0,\"other\":0}}",
                Jcs.text(CanonicalForm.rest(Bills.outpatient())));
    }

    /** Every value that is neither object nor list, and every empty one, by its path. */
    private static Map<String, Json> values(Json json) {
        Map<String, Json> values = new TreeMap<>();
        collect("", json, values);
        return values;
    }

    private static void collect(String path, Json value, Map<String, Json> values) {
        switch (value) {
            case Json.Members object when !object.values().isEmpty() ->
                    object.values()
                            .forEach((name, member) ->
                                    collect(
                                            path.isEmpty() ? name : path + "." + name,
                                            member,
                                            values));
            case Json.Items list when !list.values().isEmpty() -> {
                for (int i = 0; i < list.values().size(); i++) {
                    collect(path + "[" + i + "]", list.values().get(i), values);
                }
            }
            default -> values.put(path, value);
        }
    }
}
