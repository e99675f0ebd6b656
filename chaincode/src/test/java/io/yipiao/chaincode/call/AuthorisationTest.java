package io.yipiao.chaincode.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import static java.util.stream.Collectors.toSet;

import io.yipiao.chaincode.fixture.Call;
import io.yipiao.chaincode.fixture.Callers;
import io.yipiao.chaincode.fixture.Channel;
import io.yipiao.chaincode.fixture.Refused;
import io.yipiao.chaincode.state.Caller;
import io.yipiao.chaincode.state.Refusal;
import io.yipiao.verifier.verdict.RefusalCode;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who may call what, written down a second time: each function with each certificate of each
 * organisation is either let in or FORBIDDEN.
 */
class AuthorisationTest {
    private static final Set<String> EVERYBODY =
            Set.of("intake", "claims", "admin", "supervisor", "nobody");
    private static final Map<String, Set<String>> PERMITTED =
            Map.ofEntries(
                    Map.entry("anchor", Set.of("intake")),
                    Map.entry("reverse", Set.of("intake")),
                    Map.entry("exchange", Set.of("intake")),
                    Map.entry("hold", Set.of("claims")),
                    Map.entry("stamp", Set.of("claims")),
                    Map.entry("holdAndStamp", Set.of("claims")),
                    Map.entry("release", Set.of("claims", "supervisor of InsuranceMSP")),
                    Map.entry("amend", Set.of("claims")),
                    Map.entry("revoke", Set.of("claims")),
                    Map.entry("recover", Set.of("claims")),
                    Map.entry("net", Set.of("claims")),
                    Map.entry("attest", Set.of("claims")),
                    Map.entry("writeOff", Set.of("admin")),
                    Map.entry("enrolIssuer", Set.of("admin")),
                    Map.entry("enrolPayer", Set.of("admin")),
                    Map.entry("revokeKey", Set.of("admin")),
                    Map.entry("openSeries", Set.of("admin of FinanceMSP")),
                    Map.entry("rotateKey", Set.of("intake")),
                    Map.entry("suspendKey", Set.of("admin")),
                    Map.entry("setRules", Set.of("admin")),
                    Map.entry("status", EVERYBODY),
                    Map.entry("prove", EVERYBODY),
                    Map.entry("history", EVERYBODY),
                    Map.entry("indexes", EVERYBODY),
                    Map.entry("pending", EVERYBODY));

    private final Channel channel = new Channel();

    AuthorisationTest() throws Exception {}

    @Test
    void the_table_names_every_function() {
        assertEquals(
                PERMITTED.keySet(), Functions.ALL.stream().map(Function::name).collect(toSet()));
    }

    @TestFactory
    List<DynamicTest> every_function_with_every_certificate() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String function : PERMITTED.keySet()) {
            for (String msp : List.of(Callers.INSURANCE, Callers.HOSPITAL, Callers.FINANCE)) {
                for (String role : EVERYBODY) {
                    tests.add(
                            DynamicTest.dynamicTest(
                                    function + " by " + role + " of " + msp,
                                    () -> check(function, role, msp)));
                }
            }
        }
        return tests;
    }

    @Test
    void a_role_in_another_spelling_is_no_role() {
        for (String role : List.of("Intake", "intake ", "intake,admin", "")) {
            Caller caller = new Caller(Callers.HOSPITAL, Map.of("role", role));
            Refused.with(
                    RefusalCode.FORBIDDEN,
                    () -> channel.ledger().submit(caller, Call.of("anchor").with("[]")));
        }
    }

    @Test
    void an_unknown_function_is_no_function() {
        for (String function : List.of("", "Anchor", "init", "Recover", "hold\u0000")) {
            Refused.with(
                    RefusalCode.BAD_REQUEST,
                    () ->
                            channel.ledger()
                                    .submit(
                                            Callers.intake(Callers.HOSPITAL),
                                            Call.of(function).with("[]")));
        }
    }

    private void check(String function, String role, String msp) {
        Set<String> permitted = PERMITTED.getOrDefault(function, Set.of());
        Optional<Refusal> refusal =
                channel.ledger().simulate(caller(role, msp), Call.of(function)).refusal();
        boolean letIn = refusal.isEmpty() || refusal.get().code() != RefusalCode.FORBIDDEN;
        assertEquals(permitted.contains(role) || permitted.contains(role + " of " + msp), letIn);
    }

    private static Caller caller(String role, String msp) {
        return switch (role) {
            case "intake" -> Callers.intake(msp);
            case "claims" -> Callers.claims(msp, "basic");
            case "admin" -> Callers.admin(msp);
            case "supervisor" -> Callers.supervisor(msp);
            default -> Callers.nobody(msp);
        };
    }
}
