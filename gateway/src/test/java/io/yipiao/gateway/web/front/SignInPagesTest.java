package io.yipiao.gateway.web.front;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.access.Page;
import io.yipiao.gateway.session.Oidc;
import io.yipiao.gateway.session.SessionWorld;
import io.yipiao.gateway.session.SignedIn;
import io.yipiao.gateway.session.TestProvider;
import io.yipiao.gateway.settings.OidcSettings;
import io.yipiao.gateway.web.Browser;
import io.yipiao.gateway.web.Reply;
import io.yipiao.gateway.web.TestSite;
import io.yipiao.gateway.web.citizen.HomePage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Signing in and out in a browser without scripts. */
class SignInPagesTest {
    private static final String ADDRESS = "https://yipiao.example";

    private SessionWorld world;
    private TestProvider provider;
    private TestSite site;
    private Browser browser;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        world = new SessionWorld(folder.resolve("keys"));
        world.clerk();
        provider = new TestProvider();
        provider.claims =
                builder ->
                        builder.claim("name", "陈举例")
                                .claim("yipiao_roles", "AUDITOR")
                                .claim("id_number", "990000197611110067");
        Oidc oidc =
                new Oidc(
                        new OidcSettings(
                                provider.issuer(),
                                TestProvider.CLIENT,
                                Files.writeString(folder.resolve("secret"), TestProvider.SECRET),
                                "yipiao_roles",
                                Optional.of("id_number"),
                                Optional.empty(),
                                Optional.empty()),
                        ProviderPages.redirect(ADDRESS),
                        world.database,
                        world.secrets,
                        world.sessions);
        site =
                new TestSite(
                        world.database,
                        ADDRESS,
                        cookie -> world.sessions.visitor(cookie).map(SignedIn::principal),
                        pages -> {
                            pages.on(
                                    Page.HOME,
                                    visit ->
                                            Reply.page(
                                                    "home.jte",
                                                    new HomePage.Home(Optional.empty())));
                            new SignInPages(world.signIn, world.sessions, true).addTo(pages);
                            new ProviderPages(Optional.of(oidc), ADDRESS).addTo(pages);
                        });
        browser = site.browser();
    }

    @AfterEach
    void close() {
        site.close();
        provider.close();
        world.close();
    }

    @Test
    void whoever_signs_in_goes_on_where_he_was_with_a_new_visit() {
        browser.get("/sign-in?back=/check");
        String before = browser.cookies().getOrDefault("visit", "");

        HttpResponse<String> answer = signIn("li.ming", SessionWorld.PASSWORD, "/check");

        assertEquals(303, answer.statusCode());
        assertEquals("/check", Browser.location(answer));
        assertFalse(before.equals(browser.cookies().get("visit")));
        assertTrue(browser.get("/").body().contains("李明"));
    }

    @Test
    void it_is_not_said_whether_account_or_password_is_wrong() {
        browser.get("/sign-in");
        HttpResponse<String> password = signIn("li.ming", "another password", "/");
        HttpResponse<String> login = signIn("nobody.here", SessionWorld.PASSWORD, "/");

        assertEquals(422, password.statusCode());
        assertEquals(
                password.body().replace("li.ming", ""), login.body().replace("nobody.here", ""));
        assertTrue(password.body().contains("账号或密码不对"));
        assertTrue(password.body().contains("<title>有错："));
        assertTrue(password.body().contains("value=\"li.ming\""), "what was typed is kept");
        assertFalse(password.body().contains("another password"));
    }

    @Test
    void who_fails_often_waits() {
        browser.get("/sign-in");
        HttpResponse<String> answer = signIn("li.ming", "wrong password", "/");
        for (int i = 0; i < 3; i++) {
            answer = signIn("li.ming", "wrong password", "/");
        }

        assertEquals(429, answer.statusCode());
        assertTrue(answer.body().contains("查得太快，"));
    }

    @Test
    void another_host_is_no_way_back() {
        for (String back : new String[] {"//evil.example/", "https://evil.example/", "/\\evil"}) {
            browser = site.browser();
            browser.get("/sign-in");
            assertEquals(
                    "/", Browser.location(signIn("li.ming", SessionWorld.PASSWORD, back)), back);
        }
    }

    @Test
    void a_form_without_this_visits_token_signs_nobody_in() {
        browser.get("/sign-in");
        browser.forgetToken();

        assertEquals(403, signIn("li.ming", SessionWorld.PASSWORD, "/").statusCode());
        assertFalse(browser.cookies().containsKey("session"));
    }

    @Test
    void whoever_leaves_is_out_even_with_the_old_cookie() {
        browser.get("/sign-in");
        signIn("li.ming", SessionWorld.PASSWORD, "/");
        String session = browser.cookies().getOrDefault("session", "");
        browser.get("/");

        assertEquals("/?said=signed-out", Browser.location(browser.post("/sign-out", Map.of())));
        assertFalse(browser.cookies().containsKey("session"));
        assertEquals(Optional.empty(), world.sessions.visitor(session));
    }

    @Test
    void the_provider_sends_him_back_where_he_was() {
        assertTrue(browser.get("/sign-in?back=/check").body().contains("用统一身份登录"));
        URI asked = URI.create(Browser.location(browser.get("/sign-in/provider?back=/check")));
        URI arrival = provider.letIn(asked);

        HttpResponse<String> answer =
                browser.get(arrival.getRawPath() + "?" + arrival.getRawQuery());

        assertEquals("/check", Browser.location(answer));
        assertTrue(browser.get("/").body().contains("陈举例"));
        HttpResponse<String> again =
                site.browser().get(arrival.getRawPath() + "?" + arrival.getRawQuery());
        assertEquals("/sign-in?refused=STATE_UNKNOWN", Browser.location(again));
    }

    @Test
    void whoever_turns_away_at_the_provider_is_told_what_to_do() {
        URI asked = URI.create(Browser.location(browser.get("/sign-in/provider?back=/")));
        URI arrival = provider.turnAway(asked);

        String to =
                Browser.location(browser.get(arrival.getRawPath() + "?" + arrival.getRawQuery()));

        assertEquals("/sign-in?refused=PROVIDER_REFUSED", to);
        assertTrue(browser.get(to).body().contains("没有登录成功"));
    }

    private HttpResponse<String> signIn(String login, String password, String back) {
        return browser.post("/sign-in", Map.of("login", login, "password", password, "back", back));
    }
}
