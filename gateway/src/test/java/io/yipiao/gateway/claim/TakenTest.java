package io.yipiao.gateway.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.yipiao.gateway.claim.BillOnLedger.TakenShare;
import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.canonical.Digest;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a claim is told of the one that has its bill. */
class TakenTest {
    private static final PersonId PERSON = new PersonId(Digest.of(new byte[32]));
    private static final String OTHER = "7K2M-9QXT-4ACD-3WPN";
    private static final Claim CLAIM =
            new Claim(
                    new ClaimNumber("2222-2222-2222-2222"),
                    "basic",
                    new UUID(0, 1),
                    false,
                    PERSON,
                    PERSON,
                    Optional.empty(),
                    new UUID(0, 2),
                    ClaimState.RECEIVED,
                    Optional.empty(),
                    Optional.empty(),
                    1,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    Instant.EPOCH);

    @Test
    void the_same_payers_claim_is_named() {
        Move move = by("basic", "BASIC", OTHER, "STAMPED").orElseThrow();
        assertEquals(ClaimState.DUPLICATE, move.to());
        assertEquals(Optional.of(new ClaimNumber(OTHER)), move.other());
    }

    @Test
    void another_payers_claim_of_the_class_is_not_named() {
        Move move = by("basic-elsewhere", "BASIC", OTHER, "HELD").orElseThrow();
        assertEquals(ClaimState.DUPLICATE, move.to());
        assertEquals(Optional.empty(), move.other());
    }

    @Test
    void a_number_of_another_shape_is_left_out() {
        assertEquals(Optional.empty(), by("basic", "BASIC", "C1", "HELD").orElseThrow().other());
    }

    @Test
    void other_classes_released_shares_and_its_own_share_do_not_keep_it_out() {
        assertEquals(Optional.empty(), by("commercial", "COMMERCIAL", OTHER, "STAMPED"));
        assertEquals(Optional.empty(), by("basic", "BASIC", OTHER, "RELEASED"));
        assertEquals(Optional.empty(), by("basic", "BASIC", CLAIM.number().text(), "HELD"));
    }

    private static Optional<Move> by(String payer, String payerClass, String claim, String state) {
        TakenShare share = new TakenShare(payer, payerClass, claim, new Fen(100), state);
        BillOnLedger bill = new BillOnLedger(false, false, new Fen(1_000), List.of(share));
        return Taken.by(CLAIM, Optional.of(bill));
    }
}
