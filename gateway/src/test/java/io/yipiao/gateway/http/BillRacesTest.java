package io.yipiao.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.demo.Api;
import io.yipiao.gateway.start.AtOnce;
import io.yipiao.gateway.start.RunningGateway;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.reader.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** A hospital's own programs that do different things to one bill at the same moment. */
@Timeout(180)
class BillRacesTest {
    private static final RunningGateway WORLD = RunningGateway.shared();
    private static final int ROUNDS = Boolean.getBoolean("yipiao.long") ? 100 : 5;
    private static final int FILES = 6;

    private final int hospital = WORLD.hospitalInCustody();
    private final Api api = WORLD.as(Role.HOSPITAL, hospital);

    @Test
    void a_red_bill_beside_its_paper_being_declared_void_is_taken_or_told_which_paper() {
        for (int round = 0; round < ROUNDS; round++) {
            Bill bill = Papers.visit(hospital);
            Bill paper = Papers.paper(bill);
            Bill red = Papers.red(bill);
            String out = upload(bill, paper).bill(1);
            List<Api.Reply> both = AtOnce.all(List.of(sending(red), () -> moved(out, "VOIDED")));
            assertEquals(200, both.getLast().status(), "a paper that is out can be void");
            Uploaded taken = Uploaded.read(both.getFirst().expect(200).text());
            if (!taken.words().equals(List.of("ACCEPTED"))) {
                assertEquals("a bill that is out as paper " + paper.id(), taken.error(0).found());
                assertEquals(List.of("ACCEPTED"), upload(red).words(), "the paper is void by now");
            }
            assertEquals(List.of("ALREADY"), upload(red).words());
        }
    }

    @Test
    void of_a_red_bill_and_a_paper_one_is_taken_and_the_other_told_why() {
        for (int round = 0; round < ROUNDS; round++) {
            Bill bill = Papers.visit(hospital);
            Bill paper = Papers.paper(bill);
            Bill red = Papers.red(bill);
            upload(bill);
            List<Uploaded> both = uploaded(AtOnce.all(List.of(sending(red), sending(paper))));
            assertEquals(1, accepted(both));
            if (both.getFirst().words().equals(List.of("ACCEPTED"))) {
                assertEquals(
                        "a bill that red bill " + red.id() + " took back",
                        both.getLast().error(0).found());
            } else {
                assertEquals(
                        "a bill that is out as paper " + paper.id(),
                        both.getFirst().error(0).found());
            }
        }
    }

    @Test
    void of_many_files_that_replace_one_bill_one_is_taken_and_each_other_told_its_number() {
        for (int round = 0; round < ROUNDS; round++) {
            Bill bill = Papers.visit(hospital);
            upload(bill, Papers.red(bill));
            List<Bill> replacing =
                    Stream.generate(() -> Papers.replacing(bill)).limit(FILES).toList();
            List<Uploaded> all =
                    uploaded(AtOnce.all(replacing.stream().map(this::sending).toList()));
            assertEquals(1, accepted(all));
            int winner = all.stream().map(Uploaded::words).toList().indexOf(List.of("ACCEPTED"));
            String first = "a bill that is replaced by " + replacing.get(winner).id();
            assertTrue(
                    all.stream()
                            .filter(one -> one.words().equals(List.of("REFUSED")))
                            .allMatch(one -> one.error(0).found().equals(first)));
        }
    }

    private static long accepted(List<Uploaded> uploads) {
        return uploads.stream().filter(one -> one.words().equals(List.of("ACCEPTED"))).count();
    }

    private static List<Uploaded> uploaded(List<Api.Reply> replies) {
        return replies.stream().map(reply -> Uploaded.read(reply.expect(200).text())).toList();
    }

    private Callable<Api.Reply> sending(Bill bill) {
        byte[] file = Papers.plain(List.of(bill));
        return () -> Uploaded.send(api, file, UUID.randomUUID().toString());
    }

    private Api.Reply moved(String paper, String state) {
        return api.put("/api/v1/papers/" + paper, Json.object().put("state", state).end());
    }

    private Uploaded upload(Bill... bills) {
        return Uploaded.of(api, Papers.plain(List.of(bills)), UUID.randomUUID().toString());
    }
}
