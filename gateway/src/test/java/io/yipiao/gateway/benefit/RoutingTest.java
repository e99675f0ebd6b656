package io.yipiao.gateway.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.verifier.bill.CareKind;
import io.yipiao.verifier.bill.Fen;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which claims go without a person, and how risky the others are. */
class RoutingTest {
    private static final Routing ROUTING = DemonstrationPolicy.POLICY.routing().getFirst();

    @Test
    void a_small_outpatient_bill_of_the_city_goes_the_automatic_route() {
        assertTrue(
                ROUTING.automatic(facts(CareKind.OUTPATIENT, true, true, false, 0, 500_00, true)));
    }

    @ParameterizedTest
    @CsvSource({
        "INPATIENT, true, true, false, 0, 50000, true",
        "PHARMACY, true, true, false, 0, 50000, true",
        "OUTPATIENT, false, true, false, 0, 50000, true",
        "OUTPATIENT, true, false, false, 0, 50000, true",
        "OUTPATIENT, true, true, true, 0, 50000, true",
        "OUTPATIENT, true, true, false, 1, 50000, true",
        "OUTPATIENT, true, true, false, 0, 50001, true",
        "OUTPATIENT, true, true, false, 0, 50000, false"
    })
    void each_missing_condition_sends_the_claim_to_a_person(
            CareKind care,
            boolean city,
            boolean issued,
            boolean conflict,
            int doubts,
            long total,
            boolean account) {
        assertFalse(ROUTING.automatic(facts(care, city, issued, conflict, doubts, total, account)));
    }

    @ParameterizedTest
    @CsvSource({
        "INPATIENT, true, false, 0, 300000, LOW",
        "INPATIENT, true, false, 0, 300001, MIDDLE",
        "OUTPATIENT, true, false, 0, 100000, LOW",
        "OUTPATIENT, true, false, 0, 100001, MIDDLE",
        "OUTPATIENT, true, false, 1, 100, MIDDLE",
        "INPATIENT, true, false, 0, 2000000, MIDDLE",
        "INPATIENT, true, false, 0, 2000001, HIGH",
        "OUTPATIENT, true, true, 0, 100, HIGH",
        "OUTPATIENT, false, false, 0, 1000000, MIDDLE",
        "OUTPATIENT, false, false, 0, 1000001, HIGH"
    })
    void risk_follows_amount_provenance_and_doubts(
            CareKind care, boolean issued, boolean conflict, int doubts, long fund, Tier tier) {
        assertEquals(tier, ROUTING.tier(facts(care, true, issued, conflict, doubts, fund, true)));
    }

    @Test
    void a_near_duplicate_is_of_high_risk_and_never_automatic() {
        Fen small = new Fen(100);
        RouteFacts facts =
                new RouteFacts(CareKind.OUTPATIENT, true, true, false, true, 0, small, small, true);
        assertEquals(Tier.HIGH, ROUTING.tier(facts));
        assertFalse(ROUTING.automatic(facts));
    }

    private static RouteFacts facts(
            CareKind care,
            boolean city,
            boolean issued,
            boolean conflict,
            int doubts,
            long fen,
            boolean account) {
        return new RouteFacts(
                care, city, issued, conflict, false, doubts, new Fen(fen), new Fen(fen), account);
    }
}
