package io.yipiao.gateway.chromium;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;

import io.yipiao.gateway.web.Cookies;
import io.yipiao.gateway.web.Wording;
import io.yipiao.verifier.verdict.Language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who opens pages, and with what.
 *
 * @param scripts whether his browser runs JavaScript
 * @param elder whether he wants the larger pages (长辈版)
 * @param someone as whom he is signed in; empty for a stranger
 */
public record Visitor(
        Screen screen,
        Language language,
        boolean scripts,
        boolean elder,
        Optional<Someone> someone) {

    /** A stranger who reads Chinese, with scripts. */
    public static Visitor on(Screen screen) {
        return new Visitor(screen, Language.CHINESE, true, false, Optional.empty());
    }

    /** Both screens in both languages. */
    public static List<Visitor> everyWay() {
        List<Visitor> all = new ArrayList<>();
        for (Screen screen : Screen.values()) {
            for (Language language : Language.values()) {
                all.add(on(screen).reading(language));
            }
        }
        return List.copyOf(all);
    }

    public Visitor reading(Language other) {
        return new Visitor(screen, other, scripts, elder, someone);
    }

    public Visitor withoutScripts() {
        return new Visitor(screen, language, false, elder, someone);
    }

    public Visitor elderly() {
        return new Visitor(screen, language, scripts, true, someone);
    }

    /** The same, signed in. */
    public Visitor as(Someone who) {
        return new Visitor(screen, language, scripts, elder, Optional.of(who));
    }

    /** Opens a tab, with cookies of its own; close it. */
    public Tab open() {
        return open(Chromium.shared());
    }

    Tab open(Browser browser) {
        NewContextOptions options =
                new NewContextOptions()
                        .setBaseURL(DemoSite.shared().address())
                        .setViewportSize(screen.width(), screen.height())
                        .setLocale(language == Language.ENGLISH ? "en-GB" : "zh-CN")
                        .setTimezoneId("Asia/Shanghai")
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setHasTouch(screen == Screen.PHONE)
                        .setJavaScriptEnabled(scripts);
        BrowserContext context = browser.newContext(options);
        List<Cookie> cookies = new ArrayList<>();
        someone.ifPresent(
                who -> cookies.add(cookie(Cookies.SESSION, DemoSite.shared().signIn(who))));
        if (elder) {
            cookies.add(cookie("elder", "on"));
        }
        context.addCookies(cookies);
        context.grantPermissions(List.of("camera"));
        return new Tab(this, context);
    }

    private static Cookie cookie(String name, String value) {
        return new Cookie(name, value).setUrl(DemoSite.shared().address());
    }

    /** The words of his pages. */
    String say(String key, Object... arguments) {
        return Wording.in(language).say(key, arguments);
    }

    /** As a file's name tells it: {@code 360-zh}, and {@code 360-zh-plain} without scripts. */
    String tag() {
        return screen.width()
                + (language == Language.ENGLISH ? "-en" : "-zh")
                + (scripts ? "" : "-plain");
    }
}
