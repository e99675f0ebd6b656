package io.yipiao.network.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.canonical.CanonicalForm;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.reader.BillReader;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

final class CorpusTest {
    private static final Corpus YEAR = new Corpus(7, 1, Items.invented());

    @Test
    void a_year_is_of_quzhous_size_to_the_line() {
        List<Sending> sendings = YEAR.sendings().toList();

        assertEquals(Corpus.HOSPITALS, sendings.size());
        assertEquals(Corpus.BILLS, sendings.stream().mapToInt(Sending::size).sum());
        assertEquals(Corpus.LINES, sendings.stream().mapToLong(Sending::lines).sum());
        assertEquals(Corpus.CLAIMS, YEAR.claims().count());
    }

    @Test
    void three_years_are_three_times_as_many() {
        Corpus years = new Corpus(7, 3, Items.invented());

        assertEquals(3L * Corpus.LINES, years.sendings().mapToLong(Sending::lines).sum());
        assertEquals(3L * Corpus.CLAIMS, years.claims().count());
    }

    @Test
    void the_same_seed_gives_the_same_bills_and_another_gives_others() {
        Bill bill = first(YEAR);

        assertEquals(bill, first(new Corpus(7, 1, Items.invented())));
        assertNotEquals(bill, first(new Corpus(8, 1, Items.invented())));
    }

    @Test
    void bills_are_read_back_as_they_were_made() throws Exception {
        for (Bill bill : last().bills().toList()) {
            assertEquals(bill, BillReader.read(Jcs.bytes(CanonicalForm.bill(bill))));
        }
    }

    @Test
    void no_number_is_given_twice_within_three_years() {
        Set<String> numbers = new HashSet<>();
        long bills =
                new Corpus(7, 3, Items.invented())
                        .sendings()
                        .filter(sending -> sending.clinic().place() > 125)
                        .flatMap(Sending::bills)
                        .peek(bill -> numbers.add(bill.id().toString()))
                        .count();

        assertTrue(bills > 100, "bills: " + bills);
        assertEquals(bills, numbers.size());
    }

    @Test
    void each_claim_is_of_another_person_and_another_bill() {
        Set<String> people = new HashSet<>();
        Set<String> bills = new HashSet<>();
        YEAR.claims()
                .limit(2_000)
                .forEach(claim -> {
                    people.add(claim.patient().idNumber());
                    bills.add(claim.bill(1).id().toString());
                });

        assertEquals(2_000, people.size());
        assertEquals(2_000, bills.size());
    }

    private static Bill first(Corpus corpus) {
        return corpus.sendings()
                .filter(sending -> sending.clinic().place() == Corpus.HOSPITALS)
                .flatMap(Sending::bills)
                .findFirst()
                .orElseThrow();
    }

    private static Sending last() {
        return YEAR.sendings().skip(Corpus.HOSPITALS - 1).findFirst().orElseThrow();
    }
}
