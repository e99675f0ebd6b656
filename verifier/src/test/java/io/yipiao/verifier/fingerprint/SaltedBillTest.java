package io.yipiao.verifier.fingerprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.yipiao.verifier.bill.Bills;
import io.yipiao.verifier.bill.FieldException;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;

class SaltedBillTest {
    private static final SaltKey KEY = SaltKey.of(new byte[SaltKey.LENGTH]);

    @Test
    void gives_the_same_fingerprint_again() {
        assertEquals(
                SaltedBill.of(Bills.sample(), KEY).fingerprint(),
                SaltedBill.of(Bills.sample(), KEY).fingerprint());
    }

    @Test
    void gives_another_fingerprint_under_another_salt_key() {
        byte[] other = new byte[SaltKey.LENGTH];
        other[31] = 1;
        assertNotEquals(
                SaltedBill.of(Bills.sample(), KEY).fingerprint(),
                SaltedBill.of(Bills.sample(), SaltKey.of(other)).fingerprint());
    }

    @Test
    void has_a_salt_of_its_own_for_each_part() {
        Salts salts = SaltedBill.of(Bills.sample(), KEY).salts();
        HashSet<Salt> all = new HashSet<>(salts.leaves());
        all.add(salts.core());
        all.add(salts.person());
        assertEquals(26, all.size());
    }

    @Test
    void takes_a_salt_for_each_leaf_and_no_more() {
        Salts salts = SaltedBill.of(Bills.sample(), KEY).salts();
        List<Salt> fewer = salts.leaves().subList(1, 24);
        Salts cut = new Salts(salts.core(), salts.person(), fewer);
        assertThrows(FieldException.class, () -> SaltedBill.of(Bills.sample(), cut));
        assertThrows(IllegalArgumentException.class, () -> new SaltedBill(Bills.sample(), cut));
    }

    @Test
    void names_no_person() {
        assertFalse(SaltedBill.of(Bills.sample(), KEY).toString().contains("张示范"));
    }

    /** Hashing the bill once for each salt took minutes. */
    @Test
    void salts_the_largest_bill_by_hashing_it_once() {
        byte[] bill = new byte[4 << 20];
        Salts salts = assertTimeout(Duration.ofSeconds(20), () -> KEY.salts(bill, 5_001));
        assertEquals(5_001, salts.leaves().size());
    }
}
