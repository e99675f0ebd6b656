package io.yipiao.gateway.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.access.Owner;
import io.yipiao.gateway.access.Page;
import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.start.RunningGateway;
import io.yipiao.verifier.bill.FieldException;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/** Every page with every role and for a stranger, on the running gateway with its own handlers. */
@Timeout(60)
class PageAccessTest {
    private static final RunningGateway WORLD = RunningGateway.shared();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String VISIT = "a".repeat(22);

    /** Pages that are there only if the settings name an OpenID provider. */
    private static final Set<Page> WITH_PROVIDER = EnumSet.of(Page.TO_PROVIDER, Page.FROM_PROVIDER);

    /** Accounts whose persons, hospital and payer own nothing. */
    private static final Map<Role, UUID> ACCOUNTS = new EnumMap<>(Role.class);

    @BeforeAll
    static void make_an_account_of_each_role() throws FieldException {
        Owner nobody =
                new Owner(
                        "无人",
                        OptionalInt.of(WORLD.freeNumber()),
                        WORLD.people().person("无人", "990000199001010017").person(),
                        Optional.of("nobody"));
        for (Role role : Role.values()) {
            UUID account =
                    WORLD.gateway()
                            .accounts()
                            .create(
                                    "access-" + UUID.randomUUID(),
                                    "correct horse battery",
                                    Set.of(role),
                                    nobody);
            ACCOUNTS.put(role, account);
        }
    }

    @ParameterizedTest
    @EnumSource(Page.class)
    void opens_to_its_roles_and_tells_every_other_who_may(Page page) throws Exception {
        for (Role role : Role.values()) {
            int status = ask(page, session(role), true).statusCode();
            if (page.demonstrationOnly()) {
                assertEquals(404, status, role.name());
            } else if (page.open() || page.roles().contains(role)) {
                assertTrue(expected(page).contains(status), role + " " + status);
            } else {
                assertEquals(403, status, role.name());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Page.class)
    void sends_a_stranger_to_sign_in_and_back_unless_it_is_open(Page page) throws Exception {
        HttpResponse<InputStream> answer = ask(page, Optional.empty(), true);
        if (page.demonstrationOnly()) {
            assertEquals(404, answer.statusCode());
        } else if (page.open()) {
            assertTrue(expected(page).contains(answer.statusCode()), "" + answer.statusCode());
        } else {
            String back = page.shown() ? path(page) : WayBack.ofForm(path(page));
            assertEquals(303, answer.statusCode());
            assertEquals(
                    "/sign-in?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8),
                    answer.headers().firstValue("Location").orElse(""));
        }
    }

    @ParameterizedTest
    @EnumSource(Page.class)
    void takes_no_form_that_another_site_could_have_sent(Page page) throws Exception {
        if (page.method().equals("POST") && !page.demonstrationOnly()) {
            Optional<String> session = page.roles().stream().findFirst().flatMap(this::session);
            assertEquals(403, ask(page, session, false).statusCode());
        }
    }

    @Test
    void says_nothing_that_was_done_which_it_has_no_words_for() {
        HttpResponse<String> page =
                new Browser(WORLD.gateway().address()).get("/?said=give-me-your-card");
        assertEquals(200, page.statusCode());
        assertFalse(page.body().contains("give-me-your-card"), page.body());
    }

    /** What a visitor who may come is answered, who owns nothing and fills in nothing. */
    private static Set<Integer> expected(Page page) {
        if (page.method().equals("POST")) {
            return Set.of(200, 204, 303, 400, 404, 422, 429);
        }
        boolean another = page.path().contains("{") && page != Page.SHOW_BILL;
        return another || WITH_PROVIDER.contains(page) ? Set.of(404) : Set.of(200, 303);
    }

    private Optional<String> session(Role role) {
        UUID account = ACCOUNTS.getOrDefault(role, new UUID(0, 0));
        return Optional.of(WORLD.gateway().sessions().begin(account).reveal());
    }

    private static HttpResponse<InputStream> ask(
            Page page, Optional<String> session, boolean ourForm)
            throws IOException, InterruptedException {
        String token = ourForm ? Cookies.token(VISIT) : "0".repeat(64);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(WORLD.gateway().address().resolve(path(page)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("X-Csrf", token)
                        .header(
                                "Cookie",
                                "visit="
                                        + VISIT
                                        + session.map(text -> "; session=" + text).orElse(""))
                        .method(
                                page.method(),
                                page.method().equals("POST")
                                        ? BodyPublishers.ofString("csrf=" + token)
                                        : BodyPublishers.noBody());
        HttpResponse<InputStream> answer =
                CLIENT.send(request.build(), BodyHandlers.ofInputStream());
        // A live page goes on for ever; its status is all that is asked.
        answer.body().close();
        return answer;
    }

    private static String path(Page page) {
        return page.path()
                .replace("{id}", "00000000-0000-4000-8000-000000000000")
                .replace("{no}", "C2026-0000000")
                .replaceAll("\\{[a-z]+}", "AAAA");
    }
}
