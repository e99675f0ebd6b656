package io.yipiao.gateway.web.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.claim.CheckedElsewhere;
import io.yipiao.gateway.claim.ClaimState;
import io.yipiao.gateway.claim.ClaimWorld;
import io.yipiao.gateway.claim.Clerk;
import io.yipiao.gateway.claim.ElsewhereFiling;
import io.yipiao.gateway.claim.FiledElsewhere;
import io.yipiao.gateway.store.Database;
import io.yipiao.gateway.web.Browser;
import io.yipiao.verifier.bill.FieldException;

import org.junit.jupiter.api.Test;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** What is missing of bills from elsewhere is asked for (补材料), and the list of those that wait. */
class ElsewhereQuestionsTest extends FilingTest {
    @Test
    void a_filing_pauses_while_its_claimant_is_asked_and_goes_on_once_he_answered()
            throws FieldException {
        ElsewhereFiling filing = filed(declared());
        Browser browser = as("chen");
        String path = "/desk/elsewhere/" + filing.number();
        browser.get(path);
        holds(browser.post(path + "/question", Map.of("question", " ")), 422, "请写清楚要补什么");
        Map<String, String> asks = Map.of("question", "请补交住院费用清单");
        assertEquals(303, browser.post(path + "/question", asks).statusCode());
        assertEquals(303, browser.post(path + "/question", asks).statusCode(), "once more");
        assertEquals(1, questions(filing).size());
        assertEquals(ElsewhereFiling.State.SUPPLEMENT, now(filing).state());
        holds(browser.get(path), 200, "停表，等申请人答复", "请补交住院费用清单", "还没有答复");
        assertFalse(browser.get(path).body().contains("记录结果</button>"), "nothing to record");
        holds(browser.post(path, checked("100.00")), 409, "您的结果没有提交");
        holds(as("chen").get("/desk/elsewhere"), 200, "停表");
        assertEquals(0, world.desk.elsewhere().count(), "no clerk has to do anything");
        assertInstanceOf(
                FiledElsewhere.Duplicate.class,
                file(filing.declared(), UUID.randomUUID().toString()),
                "it keeps its bill");

        clock.pass(Duration.ofDays(6));
        assertInstanceOf(
                CheckedElsewhere.Unknown.class,
                world.desk
                        .questions()
                        .answer(world.person(ClaimWorld.MOTHER), filing.number(), "x"));
        assertInstanceOf(CheckedElsewhere.Done.class, answer(filing, "清单在附件里"));
        assertInstanceOf(CheckedElsewhere.TooLate.class, answer(filing, "再说一次"));
        holds(browser.get(path), 200, "清单在附件里", "记录结果");
        accept(filing);
        assertEquals(ClaimState.FIRST_REVIEW, claim(filing).state());
        var its = world.desk.clocks().of(claim(filing));
        assertEquals(filing.filedAt(), its.acceptedAt());
        assertEquals(1, its.pauses().size(), "the claim's clock stood still as the filing's did");
        assertTrue(its.used(workingDays(), clock.instant()) <= 1);
        holds(as("li").get("/desk/claims/" + filing.number()), 200, "请补交住院费用清单", "清单在附件里");
    }

    @Test
    void one_that_is_asked_can_be_taken_back_and_is_asked_no_more() {
        ElsewhereFiling filing = filed(declared());
        world.desk.questions().ask(world.clerk(), filing.number(), "请补清单");
        assertTrue(
                world.desk.elsewhere().withdraw(world.person(ClaimWorld.ZHANG), filing.number()));
        assertInstanceOf(CheckedElsewhere.TooLate.class, answer(filing, "来了"));
        assertInstanceOf(
                CheckedElsewhere.TooLate.class,
                world.desk.questions().ask(world.clerk(), filing.number(), "再问"));
        Clerk himself = new Clerk(world.person(ClaimWorld.ZHANG), "张示范");
        assertInstanceOf(
                CheckedElsewhere.OwnClaim.class,
                world.desk.questions().ask(himself, filed(declared()).number(), "问自己"));
    }

    @Test
    void the_list_has_pages_and_those_who_were_asked_stand_last() {
        List<ElsewhereFiling> filings = new ArrayList<>();
        for (int i = 0; i < 52; i++) {
            filings.add(filed(declared()));
            clock.pass(Duration.ofSeconds(1));
        }
        world.desk.questions().ask(world.clerk(), filings.getFirst().number(), "请补清单");
        HttpResponse<String> first = as("chen").get("/desk/elsewhere");
        holds(first, 200, filings.get(1).number().text(), filings.get(50).number().text(), "下一页");
        assertFalse(first.body().contains(filings.get(51).number().text()));
        assertFalse(first.body().contains("回到第一页"));
        holds(as("chen").get("/desk"), 200, "外地票据待核对：51 张");

        String next = "/desk/elsewhere?after=" + filings.get(50).number();
        assertTrue(first.body().contains("href=\"" + next + "\""), first.body());
        HttpResponse<String> second = as("chen").get(next);
        holds(second, 200, filings.get(51).number().text(), "停表", "回到第一页");
        assertTrue(
                second.body().indexOf(filings.get(51).number().text())
                        < second.body().indexOf(filings.getFirst().number().text()),
                "who waits for an answer comes last");
        assertFalse(second.body().contains("下一页"));
        holds(as("chen").get("/desk/elsewhere?after=x"), 200, filings.get(1).number().text());
    }

    @Test
    void states_and_database_have_the_same_moves_and_no_others() {
        Set<String> code = new TreeSet<>();
        for (ElsewhereFiling.State from : ElsewhereFiling.State.values()) {
            from.next().forEach(to -> code.add(from + " " + to));
        }
        String sql = "SELECT from_state || ' ' || to_state FROM elsewhere_move";
        List<String> stored =
                world.database.with(handle -> handle.createQuery(sql).mapTo(String.class).list());
        assertEquals(code, new TreeSet<>(stored));
        ElsewhereFiling filing = filed(declared());
        for (ElsewhereFiling.State from : ElsewhereFiling.State.values()) {
            for (ElsewhereFiling.State to : ElsewhereFiling.State.values()) {
                if (!from.next().contains(to)) {
                    RuntimeException refused =
                            assertThrows(
                                    RuntimeException.class,
                                    () ->
                                            world.database.with(handle ->
                                                    handle.execute(
                                                            "INSERT INTO elsewhere_event (claim,"
                                                                + " step, at, from_state, to_state)"
                                                                + " VALUES (?, 99, now(), ?, ?)",
                                                            filing.number().text(),
                                                            from.name(),
                                                            to.name())));
                    assertEquals(
                            Optional.of("elsewhere_event_from_state_to_state_fkey"),
                            Database.violated(refused));
                }
            }
        }
    }
}
