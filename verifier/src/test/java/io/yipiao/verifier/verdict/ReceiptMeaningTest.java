package io.yipiao.verifier.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.receipt.NetworkReceipts;
import io.yipiao.verifier.receipt.ProvedValue;
import io.yipiao.verifier.receipt.ReceiptException;
import io.yipiao.verifier.receipt.ShareState;
import io.yipiao.verifier.receipt.TestOrganisation;
import io.yipiao.verifier.receipt.TestReading;
import io.yipiao.verifier.receipt.TestRoots;
import io.yipiao.verifier.vectors.JsonEdit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;

class ReceiptMeaningTest {
    private static final TestOrganisation INSURANCE = TestOrganisation.of("InsuranceMSP");
    private static final TestOrganisation HOSPITAL = TestOrganisation.of("HospitalMSP");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "batch | batch of 3 bills | which bills are in it",
                "none | took nothing of it under claim | that it never did",
                "held | holds 1830.70 yuan | a hold can be given back",
                "stamped | reimbursed 1830.70 yuan | that money arrived",
                "released | gave back the 50.00 yuan | why it was given back",
                "attested | attested that it used the bill | how much it paid",
                "recovering | wants them back | nor that the patient was told",
                "recovering | taken back by the red bill at | gave the patient's money back",
                "recovered in parts | wants them back | nor that the patient was told",
                "recovered in parts | 500.00 yuan of claim 20260913-0001 were paid back | bank's",
                "recovered in parts | 500.00 yuan of claim 20260913-0001 were set off | own"
                        + " receipt",
                "written off | Two organisations confirmed that 830.70 yuan | the reason stands",
                "alias | It is the paper of the bill at | see a receipt of that bill",
                "awaiting | from a red bill alone | whether the red bill counts",
                "conflict | Two different contents were sealed | a person decides",
                "conflict | holds 8.00 yuan | a hold can be given back"
            })
    void says_of_each_kind_what_a_networks_receipt_proves_and_what_not(
            String kind, String proves, String leavesOpen) throws Exception {
        ReceiptMeaning meaning =
                ReceiptMeaning.of(
                        NetworkReceipts.receipt(kind).check(NetworkReceipts.roots(), "bills"));
        assertSays(proves, meaning.proves());
        assertSays(leavesOpen, meaning.leavesOpen());
        assertSays("only a valid one writes", meaning.proves());
        assertSays("what changed since", meaning.leavesOpen());
        assertPlain(meaning);
    }

    @ParameterizedTest
    @EnumSource(ShareState.class)
    void has_words_of_its_own_for_each_state_of_a_share(ShareState state) throws Exception {
        ReceiptMeaning meaning = ReceiptMeaning.of(proved(share(state.name())));
        assertEquals(3, meaning.proves().size(), "the bill, the share, and who signed");
        assertTrue(meaning.proves().get(1).english().contains("1830.70"));
        assertTrue(meaning.proves().get(1).chinese().contains("1830.70"));
        assertPlain(meaning);
    }

    @Test
    void a_paper_in_conflict_is_told_from_a_bill_in_conflict() throws Exception {
        Json.Members paper =
                Json.object()
                        .put("index", TestReading.INDEX)
                        .put("state", "CONFLICT")
                        .put("claimable", 100)
                        .put("fingerprint", "2e".repeat(32))
                        .put("aliasOf", "3f".repeat(32))
                        .end();
        ReceiptMeaning meaning = ReceiptMeaning.of(proved(paper));
        assertSays("paper of the bill at " + "3f".repeat(32), meaning.proves());
        assertSays("do not agree", meaning.proves());
        assertEquals(2, meaning.proves().size());
    }

    @Test
    void what_stands_in_a_value_is_shown_and_never_replaced() throws Exception {
        Json.Members bill = TestReading.bill(TestReading.INDEX, "basic", "{fen}$1");
        ProvedValue proved =
                new TestReading()
                        .calling("prove", TestReading.INDEX, "basic", "{fen}$1")
                        .answering(bill)
                        .receipt(INSURANCE.peer(), HOSPITAL.peer())
                        .check(TestRoots.of(INSURANCE, HOSPITAL), "bills");
        assertSays("under claim {fen}$1;", ReceiptMeaning.of(proved).proves());
    }

    private static Json.Members share(String state) {
        Json.Members bill = TestReading.bill(TestReading.INDEX, "basic", "C-1");
        Json.Members share = JsonEdit.object(bill, "share");
        return JsonEdit.with(bill, "share", JsonEdit.with(share, "state", state));
    }

    private static ProvedValue proved(Json.Members answer) throws ReceiptException {
        return new TestReading()
                .answering(answer)
                .receipt(INSURANCE.peer(), HOSPITAL.peer())
                .check(TestRoots.of(INSURANCE, HOSPITAL), "bills");
    }

    private static void assertSays(String part, List<Sentence> sentences) {
        assertTrue(
                sentences.stream().anyMatch(each -> each.english().contains(part)),
                part + " is not in " + sentences);
    }

    /** Each in both languages, with nothing left to fill in. */
    private static void assertPlain(ReceiptMeaning meaning) {
        for (List<Sentence> list : List.of(meaning.proves(), meaning.leavesOpen())) {
            for (Sentence sentence : list) {
                assertFalse((sentence.chinese() + sentence.english()).matches(".*\\{[a-z].*"));
                assertTrue(sentence.chinese().matches(".*\\p{IsHan}.*"), sentence.chinese());
            }
        }
    }
}
