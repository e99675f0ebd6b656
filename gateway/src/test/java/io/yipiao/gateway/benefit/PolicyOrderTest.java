package io.yipiao.gateway.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.yipiao.verifier.bill.Fen;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Several payers of one bill, in whatever order they are visited. */
class PolicyOrderTest {
    private static final PolicyOrder ORDER = DemonstrationPolicy.POLICY.order();

    /** A resident with assistance, away, not filed: 68,450.20 charged, 56,282.42 in scope. */
    private static final Sheet SHEET =
            new Sheet(
                    new Fen(6_845_020),
                    Fen.ZERO,
                    new Fen(621_045),
                    new Fen(83_000),
                    new Fen(512_733),
                    new Fen(120_000),
                    new Fen(2_754_121),
                    Fen.ZERO,
                    Fen.ZERO,
                    new Fen(2_754_121),
                    List.of());

    @Test
    void every_order_of_visits_gives_the_shares_of_policy_order() {
        Set<Map<PayerClass, Fen>> results = new HashSet<>();
        List<List<PayerClass>> orders = orders(List.of(PayerClass.values()));
        for (List<PayerClass> order : orders) {
            results.add(ORDER.shares(SHEET, order, Map.of()));
        }
        assertEquals(24, orders.size());
        assertEquals(
                Set.of(
                        Map.of(
                                PayerClass.BASIC, new Fen(2_754_121),
                                PayerClass.SERIOUS_ILLNESS, new Fen(524_473),
                                PayerClass.ASSISTANCE, new Fen(1_644_754),
                                PayerClass.COMMERCIAL, new Fen(553_003))),
                results);
    }

    @Test
    void a_payer_that_declines_leaves_more_to_those_after_it() {
        Map<PayerClass, Fen> shares =
                ORDER.shares(
                        SHEET,
                        Set.of(PayerClass.BASIC, PayerClass.ASSISTANCE, PayerClass.COMMERCIAL),
                        Map.of());
        assertEquals("20118.85", shares.getOrDefault(PayerClass.ASSISTANCE, Fen.ZERO).yuan());
        assertEquals("6474.08", shares.getOrDefault(PayerClass.COMMERCIAL, Fen.ZERO).yuan());
    }

    @Test
    void bounds_and_ceilings_of_the_year_go_on_where_earlier_bills_ended() {
        Map<PayerClass, PayerYear> years =
                Map.of(
                        PayerClass.SERIOUS_ILLNESS,
                        new PayerYear(new Fen(4_000_000), new Fen(1_200_000)),
                        PayerClass.ASSISTANCE,
                        new PayerYear(Fen.ZERO, new Fen(2_900_000)));
        Map<PayerClass, Fen> shares = ORDER.shares(SHEET, List.of(PayerClass.values()), years);
        // 10,000.00 × 60% up to 50,000, then 18,741.21 × 70%; assistance has 1,000.00 left.
        assertEquals("19118.85", shares.getOrDefault(PayerClass.SERIOUS_ILLNESS, Fen.ZERO).yuan());
        assertEquals("1000.00", shares.getOrDefault(PayerClass.ASSISTANCE, Fen.ZERO).yuan());
    }

    private static List<List<PayerClass>> orders(List<PayerClass> payers) {
        if (payers.isEmpty()) {
            return List.of(List.of());
        }
        List<List<PayerClass>> all = new ArrayList<>();
        for (PayerClass first : payers) {
            List<PayerClass> rest = new ArrayList<>(payers);
            rest.remove(first);
            for (List<PayerClass> tail : orders(rest)) {
                List<PayerClass> order = new ArrayList<>(tail);
                order.addFirst(first);
                all.add(order);
            }
        }
        return all;
    }
}
