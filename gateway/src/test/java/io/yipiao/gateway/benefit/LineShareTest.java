package io.yipiao.gateway.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.yipiao.verifier.bill.CatalogueClass;
import io.yipiao.verifier.bill.FeeLine;
import io.yipiao.verifier.bill.Fen;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** What is taken off one line, in its order. */
class LineShareTest {
    private static final OwnPay OWN_PAY =
            new OwnPay(
                    LocalDate.of(2026, 1, 1),
                    new Fen(10_000),
                    new BigDecimal("0.10"),
                    new BigDecimal("0.20"));

    @ParameterizedTest
    @CsvSource({
        "100.00, 1, 10.00",
        "100.01, 1, 20.00",
        "99.99, 3, 30.00",
        "0.0099, 1, 0.00",
    })
    void first_own_payment_of_a_service_goes_by_unit_price(
            String price, String quantity, String first) {
        LineShare share = share(quantity, price, item(Optional.empty(), Optional.empty()), "0");
        assertTaken(first, share, Deduction.FIRST_OWN_PAY);
    }

    @ParameterizedTest
    @CsvSource({
        // disallowed, over the ceiling of 40.00, first own payment of what is left at 10%
        "0, 30.0000, 24.00",
        "45, 25.0000, 20.00",
        "270, 0, 0"
    })
    void a_disallowed_part_is_taken_before_ceiling_and_first_own_payment(
            String disallowed, String over, String first) {
        CatalogueItem item = item(Optional.of("0.10"), Optional.of(new Fen(4_000)));
        LineShare share = share("6", "45.00", item, disallowed);
        assertTaken(disallowed, share, Deduction.DISALLOWED);
        assertTaken(over, share, Deduction.OVER_CEILING);
        assertTaken(first, share, Deduction.FIRST_OWN_PAY);
    }

    private static void assertTaken(String yuan, LineShare share, Deduction kind) {
        assertEquals(0, new BigDecimal(yuan).compareTo(share.taken(kind)), kind + " " + share);
    }

    private static LineShare share(
            String quantity, String price, CatalogueItem item, String disallowed) {
        FeeLine line = MadeBills.line(1, "03", "X", CatalogueClass.B, quantity, price, 8);
        return LineShare.of(line, Optional.of(item), new BigDecimal(disallowed), OWN_PAY);
    }

    private static CatalogueItem item(Optional<String> ratio, Optional<Fen> ceiling) {
        return new CatalogueItem(
                "X", "X", CatalogueClass.B, ratio.map(BigDecimal::new), ceiling, false);
    }
}
