package io.yipiao.chaincode.record;

import static io.yipiao.verifier.receipt.ShareState.OFFSET;
import static io.yipiao.verifier.receipt.ShareState.RELEASED;
import static io.yipiao.verifier.receipt.ShareState.REPAID;
import static io.yipiao.verifier.receipt.ShareState.WRITTEN_OFF;

import static org.junit.jupiter.api.Assertions.assertEquals;

import static java.util.stream.Collectors.toSet;

import io.yipiao.verifier.receipt.ShareState;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The table of moves, written down a second time. */
class ShareTransitionTest {
    private static final Set<String> LEGAL =
            Set.of(
                    "HOLD - HELD",
                    "HOLD_AND_STAMP - STAMPED",
                    "STAMP HELD STAMPED",
                    "RELEASE HELD RELEASED",
                    "REVERSE HELD RELEASED",
                    "REVERSE STAMPED RECOVERING",
                    "REVOKE STAMPED RECOVERING",
                    "AMEND STAMPED STAMPED",
                    "RECOVER RECOVERING REPAID",
                    "RECOVER RECOVERING OFFSET",
                    "WRITE_OFF RECOVERING WRITTEN_OFF",
                    "NET - STAMPED",
                    "NETTED RECOVERING OFFSET");

    @Test
    void table_holds_these_moves_and_no_other() {
        assertEquals(
                LEGAL,
                ShareTransition.TABLE.stream().map(ShareTransitionTest::line).collect(toSet()));
        assertEquals(LEGAL.size(), ShareTransition.TABLE.size());
    }

    @Test
    void every_operation_and_every_state_stands_in_the_table() {
        assertEquals(
                Set.of(ShareOperation.values()),
                ShareTransition.TABLE.stream().map(ShareTransition::operation).collect(toSet()));
        assertEquals(
                Set.of(ShareState.values()),
                ShareTransition.TABLE.stream().map(ShareTransition::to).collect(toSet()));
    }

    @TestFactory
    List<DynamicTest> every_operation_from_every_state() {
        List<DynamicTest> tests = new ArrayList<>();
        for (ShareOperation operation : ShareOperation.values()) {
            for (ShareState state : ShareState.values()) {
                tests.add(
                        DynamicTest.dynamicTest(
                                operation + " from " + state,
                                () ->
                                        assertEquals(
                                                LEGAL.stream()
                                                        .filter(line ->
                                                                line.startsWith(
                                                                        operation + " " + state
                                                                                + " "))
                                                        .collect(toSet()),
                                                ShareTransition.next(operation, state).stream()
                                                        .map(to ->
                                                                operation + " " + state + " " + to)
                                                        .collect(toSet()))));
            }
        }
        return tests;
    }

    @Test
    void nothing_leads_out_of_a_finished_share() {
        for (ShareOperation operation : ShareOperation.values()) {
            for (ShareState state : List.of(RELEASED, REPAID, OFFSET, WRITTEN_OFF)) {
                assertEquals(List.of(), ShareTransition.next(operation, state));
            }
        }
    }

    private static String line(ShareTransition move) {
        String from = move.from().map(ShareState::name).orElse("-");
        return move.operation() + " " + from + " " + move.to();
    }
}
