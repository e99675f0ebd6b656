package io.yipiao.verifier.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.yipiao.verifier.receipt.ShareState;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which moves of shares are legal; each row says what stood there, and what a call made of it. */
class BillCheckTest {

    @ParameterizedTest
    @CsvSource({
        "hold,         '',                        HELD:9",
        "holdAndStamp, '',                        STAMPED:9",
        "stamp,        HELD:9,                    STAMPED:8",
        "release,      HELD:9,                    RELEASED:9",
        "hold,         RELEASED:9,                RELEASED:9 HELD:5",
        "hold,         RELEASED:9,                HELD:5",
        "reverse,      RELEASED:9 HELD:5,         RELEASED:14",
        "reverse,      STAMPED:9,                 RECOVERING:9",
        "revoke,       STAMPED:9,                 STAMPED:4 RECOVERING:5",
        "revoke,       STAMPED:4 RECOVERING:5,    STAMPED:1 RECOVERING:8",
        "revoke,       STAMPED:9,                 RECOVERING:9",
        "recover,      RECOVERING:9,              RECOVERING:8 REPAID:1",
        "recover,      RECOVERING:9 REPAID:1,     REPAID:10",
        "recover,      RECOVERING:9,              OFFSET:9",
        "writeOff,     RECOVERING:9,              WRITTEN_OFF:3 RECOVERING:6",
        "amend,        STAMPED:9,                 STAMPED:10",
        "net,          '',                        STAMPED:7",
        "net,          RECOVERING:9,              OFFSET:7 RECOVERING:2",
        "exchange,     STAMPED:9,                 RECOVERING:9",
        "exchange,     STAMPED:9,                 STAMPED:9",
        "attest,       STAMPED:9,                 STAMPED:9"
    })
    void allows_what_stands_in_the_table(String function, String before, String after) {
        assertEquals(List.of(), breaches(function, before, after));
    }

    @ParameterizedTest
    @CsvSource({
        "anchor,   '',                     HELD:9",
        "stamp,    '',                     STAMPED:9",
        "stamp,    HELD:9,                 STAMPED:10",
        "release,  HELD:9,                 RELEASED:8",
        "release,  STAMPED:9,              RELEASED:9",
        "reverse,  STAMPED:9,              STAMPED:4 RECOVERING:5",
        "revoke,   STAMPED:9,              STAMPED:3 RECOVERING:5",
        "recover,  RECOVERING:9,           REPAID:8",
        "recover,  RECOVERING:9,           WRITTEN_OFF:9",
        "recover,  STAMPED:9,              REPAID:9",
        "amend,    STAMPED:9,              STAMPED:8",
        "amend,    HELD:9,                 HELD:10",
        "net,      RECOVERING:9,           OFFSET:8",
        "exchange, '',                     STAMPED:5",
        "attest,   STAMPED:9,              ''"
    })
    void refuses_what_does_not(String function, String before, String after) {
        assertEquals(List.of(BreachKind.MOVE), breaches(function, before, after));
    }

    @ParameterizedTest
    @CsvSource({
        "hold,   HELD:9,              RELEASED:9",
        "hold,   HELD:9,              RELEASED:4 HELD:5",
        "hold,   STAMPED:9,           RECOVERING:4 STAMPED:5",
        "attest, STAMPED:9,           RECOVERING:9"
    })
    void an_issuers_word_may_cut_what_was_taken_on_a_payers(
            String function, String before, String after) {
        assertEquals(List.of(), breaches(function, "CLAIMED", before, "ISSUED", after));
        assertEquals(
                List.of(BreachKind.MOVE), breaches(function, "ISSUED", before, "ISSUED", after));
    }

    @ParameterizedTest
    @CsvSource({"hold, STAMPED:9, ''", "hold, STAMPED:9, RELEASED:9", "hold, HELD:9, HELD:4"})
    void an_issuers_word_makes_nothing_vanish(String function, String before, String after) {
        assertEquals(
                List.of(BreachKind.MOVE), breaches(function, "CLAIMED", before, "ISSUED", after));
    }

    @ParameterizedTest
    @CsvSource({
        "STAMPED:9, '',        STAMPED:9",
        "STAMPED:9, '',        RECOVERING:9",
        "HELD:3,    STAMPED:9, STAMPED:9 RELEASED:3"
    })
    void a_claimed_paper_hands_its_shares_to_its_bill(String paper, String bill, String after) {
        AuditedBill joined = bill("ISSUED", bill).joinedBy(bill("CLAIMED", paper));
        List<BreachKind> found = new ArrayList<>();
        new BillCheck("hold", joined, bill("ISSUED", after), (kind, why) -> found.add(kind))
                .check();
        assertEquals(List.of(), found);
    }

    private static List<BreachKind> breaches(String function, String before, String after) {
        return breaches(function, "ISSUED", before, "ISSUED", after);
    }

    private static List<BreachKind> breaches(
            String function, String word, String before, String wordAfter, String after) {
        List<BreachKind> found = new ArrayList<>();
        new BillCheck(
                        function,
                        bill(word, before),
                        bill(wordAfter, after),
                        (kind, why) -> found.add(kind))
                .check();
        return found;
    }

    private static AuditedBill bill(String word, String shares) {
        List<AuditedShare> read =
                Arrays.stream(shares.split(" ", -1))
                        .filter(share -> !share.isEmpty())
                        .map(BillCheckTest::share)
                        .toList();
        return new AuditedBill(true, 100, word, "", read);
    }

    private static AuditedShare share(String text) {
        int colon = text.indexOf(':');
        return new AuditedShare(
                "basic",
                "BASIC",
                "C-1",
                Long.parseLong(text.substring(colon + 1)),
                ShareState.valueOf(text.substring(0, colon)));
    }
}
