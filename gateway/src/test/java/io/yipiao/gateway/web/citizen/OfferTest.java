package io.yipiao.gateway.web.citizen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.claim.ClaimWorld;
import io.yipiao.gateway.claim.Mandate;
import io.yipiao.gateway.web.Browser;
import io.yipiao.gateway.web.Pages;
import io.yipiao.gateway.web.front.BillPages;
import io.yipiao.gateway.web.front.Showing;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A bill's page as the citizen sees it whom it concerns, and as any other does. */
class OfferTest extends CitizenTest {
    private static final String ZHANG = ClaimWorld.ZHANG;
    private static final Pattern HIDDEN =
            Pattern.compile("name=\"(bill|key)\" value=\"([0-9a-f-]{36})\"");

    private Optional<Onlooker> onlooker = Optional.empty();

    @Override
    void handlers(Pages pages, CitizenPages citizen) {
        Onlooker opened = new Onlooker(world, ledger(), clock);
        onlooker = Optional.of(opened);
        citizen.addTo(pages);
        new BillPages(
                        opened.inquiry(),
                        new Showing(
                                citizen.offers()::of, opened.notes(), opened.codes(), id -> false))
                .addTo(pages);
    }

    @AfterEach
    void closeOnlooker() {
        onlooker.ifPresent(Onlooker::close);
    }

    @Test
    void its_owner_claims_it_with_one_button_and_a_second_tap_counts_once() {
        world.account(ZHANG, "张示范");
        UUID bill = bill();
        Browser zhang = zhang();
        String page = page(zhang, path(bill));
        has(page, "真票，还没有报销过", "申请人", "张*范", "收款卡", "尾号 1234", "更改", "预计", "¥1,830.70");
        has(page, "申请报销", "再点也不会重复", "还可以报销", "费用明细", "href=\"/me?back=/Q\"");
        assertFalse(page.contains("一样，我要报销"), "he is past that");
        Map<String, String> form = hidden(page);
        HttpResponse<String> first = zhang.post("/claims", form);
        assertTrue(Browser.location(first).startsWith("/claims/"), first.body());
        leadsTo(Browser.location(first), zhang.post("/claims", form));
        String after = page(zhang, path(bill));
        has(after, "真票，正在办理报销", "占用中");
        assertFalse(after.contains("action=\"/claims\""));
    }

    @Test
    void the_same_in_english() {
        world.account(ZHANG, "张示范");
        String page = page(zhang().speaking("en"), path(bill()));
        has(page, "Claimant", "account ending 1234", "Expected", "Tapping twice counts once");
        has(page, "Fee lines", "Show diagnoses");
    }

    @Test
    void whoever_has_no_account_adds_one_first() {
        String page = page(zhang(), path(bill()));
        has(page, "还没有收款卡，请先登记。", "登记收款卡", "/me?back=/Q");
        assertFalse(page.contains("action=\"/claims\""));
    }

    @Test
    void diagnoses_stand_on_no_page_that_a_link_opens() {
        UUID bill = bill();
        String page = page(zhang(), path(bill));
        String diagnosis =
                io.yipiao.verifier.bill.Bills.sample().encounter().diagnoses().getFirst();
        has(page, "查看诊断");
        assertFalse(page.contains(diagnosis));
    }

    @Test
    void another_citizen_sees_a_strangers_page_and_may_act_for_his_family() {
        UUID bill = bill();
        String page = page(mother(), path(bill));
        has(page, "真票，还没有报销过", "为家人代办", "href=\"/family\"");
        for (String hidden :
                new String[] {"张示范", "张*范", "尾号", "申请人", "scroller lines", "还可以报销", "" + bill}) {
            assertFalse(page.contains(hidden), hidden);
        }
        assertFalse(page(stranger(), path(bill)).contains("为家人代办"));
    }

    @Test
    void an_agent_is_told_for_whom_he_acts() throws Exception {
        world.account(ZHANG, "张示范");
        world.desk
                .mandates()
                .record(
                        Mandate.Kind.FAMILY,
                        world.person(ZHANG),
                        world.person(ClaimWorld.MOTHER),
                        Optional.empty(),
                        "",
                        "test");
        Browser mother = mother();
        String page = page(mother, path(bill()));
        has(page, "正在替 张*范 办理", "李*本", "尾号 1234");
        HttpResponse<String> claimed = mother.post("/claims", hidden(page));
        assertEquals(303, claimed.statusCode());
        has(page(zhang(), "/claims"), Browser.location(claimed));
    }

    private String path(UUID bill) {
        return onlooker.orElseThrow().path(bill);
    }

    private static Map<String, String> hidden(String page) {
        Map<String, String> fields = new java.util.TreeMap<>();
        Matcher found = HIDDEN.matcher(page);
        while (found.find()) {
            fields.put(found.group(1), found.group(2));
        }
        return fields;
    }
}
