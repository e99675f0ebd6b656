package io.yipiao.gateway.inquiry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.intake.StoredBill;
import io.yipiao.gateway.projection.ProjectedShare;
import io.yipiao.verifier.bill.Fen;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Who is told what of a bill of which two payers took a share. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReaderTest {
    private static final String NEIGHBOUR = "990000198801230136";

    private InquiryWorld world;
    private StoredBill bill;

    @BeforeAll
    void open(@TempDir Path folder) {
        world = new InquiryWorld(folder);
        bill = world.anchored(world.bill());
        world.stamp(bill, "basic", "basics-claim", 183_070);
        world.hold(bill, "commercial", "companys-claim", 1_000);
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void a_stranger_sees_neither_shares_nor_remainder_nor_bill() {
        for (Reader reader :
                List.of(new Reader.Stranger(), new Reader.Citizen(world.person(NEIGHBOUR)))) {
            Answer answer = ask(reader);
            assertEquals(List.of(), answer.shares());
            assertEquals(Optional.empty(), answer.remainder());
            assertEquals(Optional.empty(), answer.bill());
        }
    }

    @Test
    void the_owner_his_agent_and_officials_see_all_of_it() {
        Reader owner = new Reader.Citizen(world.person(InquiryWorld.PATIENT));
        Reader agent = new Reader.Citizen(world.person(NEIGHBOUR));
        Inquiry withMandate =
                world.inquiry((who, whose) ->
                        who.equals(world.person(NEIGHBOUR))
                                && whose.equals(world.person(InquiryWorld.PATIENT)));
        for (Answer answer :
                List.of(
                        ask(owner),
                        ask(new Reader.Official()),
                        withMandate.ofText(world.qr(bill), agent))) {
            assertEquals(
                    List.of("basics-claim", "companys-claim"),
                    answer.shares().stream().map(ProjectedShare::claim).toList());
            Fen left = bill.bill().claimable().minus(new Fen(184_070));
            assertEquals(Optional.of(left), answer.remainder());
            assertTrue(answer.bill().isPresent());
        }
    }

    @Test
    void a_payer_sees_the_others_shares_without_their_claims() {
        Answer answer = ask(new Reader.Payer("commercial"));
        assertEquals(
                List.of("", "companys-claim"),
                answer.shares().stream().map(ProjectedShare::claim).toList());
        assertEquals(new Fen(183_070), answer.shares().getFirst().fen());
    }

    private Answer ask(Reader reader) {
        return world.inquiry().ofText(world.qr(bill), reader);
    }
}
