package io.yipiao.chaincode.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.yipiao.verifier.bill.FieldException;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class ProposalTest {
    @Test
    void takes_a_mebibyte_of_arguments_and_no_byte_more() throws Exception {
        byte[] function = "f".getBytes(UTF_8);
        byte[] rest = new byte[Proposal.LARGEST - 1];
        assertEquals(1, Proposal.of(List.of(function, rest), Map.of()).size());
        refuses("arguments", List.of(function, new byte[Proposal.LARGEST]), Map.of());
    }

    @Test
    void takes_a_mebibyte_of_transient_data_and_no_byte_more() throws Exception {
        List<byte[]> args = List.of("f".getBytes(UTF_8));
        Proposal.of(args, Map.of("a", new byte[Proposal.LARGEST]));
        refuses("transient data", args, Map.of("a", new byte[Proposal.LARGEST], "b", new byte[1]));
    }

    @Test
    void refuses_a_call_without_a_function() {
        refuses("arguments", List.of(), Map.of());
    }

    @Test
    void refuses_any_other_number_of_arguments() throws Exception {
        Proposal proposal =
                Proposal.of(List.of("f".getBytes(UTF_8), "{}".getBytes(UTF_8)), Map.of());
        proposal.expect(1);
        assertThrows(FieldException.class, () -> proposal.expect(0));
        assertThrows(FieldException.class, () -> proposal.expect(2));
    }

    private static void refuses(
            String field, List<byte[]> args, Map<String, byte[]> transientData) {
        FieldException fault =
                assertThrows(FieldException.class, () -> Proposal.of(args, transientData));
        assertEquals(field, fault.field());
    }
}
