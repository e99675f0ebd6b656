package io.yipiao.gateway.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.claim.ClaimTest;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Bills;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How near duplicates are found among stored bills. */
class ScreeningTest extends ClaimTest {
    private static final int OF_EACH = Boolean.getBoolean("yipiao.long") ? 500 : 6;
    private static final Pattern BLOCKS = Pattern.compile("shared hit=(\\d+)(?: read=(\\d+))?");

    private Screening screening;

    @BeforeEach
    void openScreening() {
        screening = new Screening(world.database, world.bills);
    }

    @Test
    void the_search_finds_whatever_the_score_would_and_nothing_else() {
        Map<UUID, UUID> pairs = new HashMap<>();
        Set<UUID> alike = new HashSet<>();
        for (MadePair pair : new MadePairs(7).ofEach(OF_EACH)) {
            Bill one = ours(pair.first());
            Bill other = ours(pair.second());
            UUID first = world.anchored(one);
            pairs.put(first, world.anchored(other));
            if (Likeness.of(one, other).level() != Level.LOW) {
                alike.add(first);
            }
        }
        assertEquals(2 * pairs.size(), screening.pass());
        assertEquals(0, screening.pass());
        pairs.forEach((first, second) -> {
            List<UUID> found =
                    screening.nearDuplicates(first).stream().map(NearDuplicate::bill).toList();
            assertEquals(alike.contains(first) ? List.of(second) : List.of(), found);
        });
    }

    @Test
    void both_bills_of_a_pair_show_each_other_with_score_and_identity() {
        Bill bill = ours(Bills.numbered(number()));
        UUID first = world.anchored(bill);
        UUID second = world.anchored(ours(Bills.numbered(number())));
        screening.pass();
        NearDuplicate found = screening.nearDuplicates(second).getFirst();
        assertEquals(first, found.bill());
        assertEquals(bill.id(), found.id());
        assertEquals(1.0, found.score());
        assertEquals(second, screening.nearDuplicates(first).getFirst().bill());
        assertTrue(screening.needsTwo(first));
    }

    @Test
    void what_replaces_a_bill_after_a_refund_is_explained() {
        Bill bill = ours(Bills.numbered(number()));
        UUID first = world.anchored(bill);
        UUID replacing = world.anchored(Bills.replacing(bill, number()));
        screening.pass();
        assertEquals(Optional.of(Explanation.REISSUED), only(first).explained());
        assertEquals(Optional.empty(), screening.likest(first));
        assertEquals(Optional.empty(), screening.likest(replacing));
    }

    @Test
    void a_red_bill_explains_a_pair_also_when_it_comes_later() {
        Bill bill = ours(Bills.numbered(number()));
        UUID first = world.anchored(bill);
        UUID second = world.anchored(ours(Bills.numbered(number())));
        screening.pass();
        assertTrue(screening.needsTwo(second));
        world.anchored(Bills.red(bill, number()));
        screening.pass();
        assertEquals(Optional.of(Explanation.REVERSED), only(first).explained());
        assertEquals(Optional.empty(), screening.likest(second));
    }

    @Test
    void a_second_content_of_one_number_is_a_conflict_and_no_near_duplicate() {
        Bill bill = ours(Bills.numbered(number()));
        UUID first = world.anchored(bill);
        world.anchored(Bills.paid(bill, Bills.sample().payments()));
        screening.pass();
        assertEquals(List.of(), screening.nearDuplicates(first));
    }

    @Test
    void a_paper_is_as_alike_as_the_bill_it_was_exchanged_for() {
        Bill bill = ours(Bills.numbered(number()));
        world.anchored(bill);
        UUID other = world.anchored(ours(Bills.numbered(number())));
        UUID paper = world.anchored(Bills.paper(bill, number()));
        screening.pass();
        assertEquals(other, only(paper).bill());
        assertTrue(screening.needsTwo(paper));
    }

    @Test
    void a_bill_that_is_asked_for_before_its_turn_is_screened_at_once() {
        world.anchored(ours(Bills.numbered(number())));
        UUID second = world.anchored(ours(Bills.numbered(number())));
        assertTrue(screening.needsTwo(second));
        screening.pass();
        assertEquals(1, screening.nearDuplicates(second).size());
    }

    @Test
    void bills_that_were_stored_without_sketches_are_found_too() {
        UUID first = world.anchored(ours(Bills.numbered(number())));
        world.database.with(handle ->
                handle.execute("UPDATE bill SET first_day = NULL, last_day = NULL, marks = NULL"));
        UUID second = world.anchored(ours(Bills.numbered(number())));
        screening.pass();
        assertEquals(first, only(second).bill());
    }

    @Test
    void a_bill_is_compared_with_sixteen_others_at_most() {
        UUID last = world.anchored(ours(Bills.numbered(number())));
        for (int i = 0; i < ScreenStore.MOST_CANDIDATES + 2; i++) {
            last = world.anchored(ours(Bills.numbered(number())));
        }
        UUID bill = last;
        List<Pair> pairs =
                world.database.with(handle -> ScreenStore.candidatesOfBill(handle, bill));
        assertEquals(ScreenStore.MOST_CANDIDATES, pairs.size());
    }

    @Test
    void ten_times_the_bills_cost_no_more_to_search() {
        UUID bill = world.anchored(ours(Bills.numbered(number())));
        othersBills(1, 1_000);
        long few = blocks(bill);
        othersBills(1_001, 10_000);
        long many = blocks(bill);
        assertTrue(many <= 2 * few, few + " blocks read among 1,000 bills, " + many + " of 10,000");
    }

    /** Bills of ten people with the same days and items, by number. */
    private void othersBills(int from, int to) {
        world.database.with(handle ->
                handle.execute(
                        """
                        INSERT INTO bill (id, fingerprint, identity, issuer, key_seq, seal, opening, salts, head,
                            person, total_fen, claimable_fen, issued_on, first_day, last_day, marks)
                        SELECT gen_random_uuid(), sha256(n::text::bytea),
                            substring(sha256(n::text::bytea) FROM 1 FOR 11), issuer, key_seq, seal, opening, salts,
                            head, sha256((n / 10)::text::bytea), total_fen, claimable_fen, issued_on,
                            first_day, last_day, marks
                        FROM (SELECT * FROM bill LIMIT 1) b, generate_series(%d, %d) n
                        """
                                .formatted(from, to)));
        world.database.with(handle -> handle.execute("ANALYZE bill"));
    }

    /** Blocks that the search for one bill looks into. */
    private long blocks(UUID bill) {
        String plan =
                world.database.with(handle ->
                        String.join(
                                "\n",
                                handle.createQuery(
                                                "EXPLAIN (ANALYZE, BUFFERS) "
                                                        + ScreenStore.searchOfBill())
                                        .bind("of", bill)
                                        .mapTo(String.class)
                                        .list()));
        Matcher first = BLOCKS.matcher(plan);
        assertTrue(first.find(), plan);
        return Long.parseLong(first.group(1))
                + (first.group(2) == null ? 0 : Long.parseLong(first.group(2)));
    }

    private NearDuplicate only(UUID bill) {
        List<NearDuplicate> found = screening.nearDuplicates(bill);
        assertEquals(1, found.size());
        return found.getFirst();
    }

    private Bill ours(Bill bill) {
        return world.ours(bill);
    }
}
