package io.yipiao.gateway.web.front;

import io.yipiao.gateway.access.Page;
import io.yipiao.gateway.session.Entry;
import io.yipiao.gateway.session.Sessions;
import io.yipiao.gateway.session.SignIn;
import io.yipiao.gateway.web.Cookies;
import io.yipiao.gateway.web.Field;
import io.yipiao.gateway.web.Pages;
import io.yipiao.gateway.web.Reply;
import io.yipiao.gateway.web.Visit;
import io.yipiao.gateway.web.WayBack;

import java.time.Duration;
import java.util.Optional;

/** Signing in with a built-in account, and out; whoever was sent here comes back where he was. */
public final class SignInPages {
    private final SignIn door;
    private final Sessions sessions;
    private final boolean provider;

    /**
     * @param provider whether there is an OpenID provider too
     */
    public SignInPages(SignIn door, Sessions sessions, boolean provider) {
        this.door = door;
        this.sessions = sessions;
        this.provider = provider;
    }

    public void addTo(Pages pages) {
        pages.on(Page.SIGN_IN, this::show)
                .on(Page.SIGNING_IN, this::enter)
                .on(Page.SIGN_OUT, this::leave);
    }

    /**
     * What the page shows.
     *
     * @param back where the visitor wants to go
     * @param tooFast why he must wait; empty if not
     * @param expired whether he was signed in until his session was over
     * @param provider whether he may go to an OpenID provider instead
     */
    public record SignInView(
            Field login,
            Field password,
            String back,
            String tooFast,
            boolean expired,
            boolean provider) {
        /** Whether he came from a bill, which is kept for him. */
        public boolean keepsBill() {
            return back.equals("/Q");
        }
    }

    private Reply show(Visit visit) {
        String back = WayBack.to(visit.call().query("back").orElse("/"));
        return visit.visitor().isPresent()
                ? Reply.moved(back)
                : page(
                        200,
                        visit,
                        back,
                        Optional.empty(),
                        visit.call()
                                .query("refused")
                                .filter(reason -> reason.matches("[A-Z_]{1,40}"))
                                .map(reason -> visit.say("sign-in.refused", reason))
                                .orElse(""));
    }

    private Reply enter(Visit visit) {
        String back = WayBack.to(visit.form().raw("back"));
        String login = visit.form().code("login").toLowerCase(java.util.Locale.ROOT);
        return switch (door.enter(login, visit.form().raw("password"), visit.call().client())) {
            case Entry.Entered in ->
                    Reply.moved(back)
                            .with(visit.cookies().forNow(Cookies.SESSION, in.text().reveal()))
                            .with(visit.cookies().newVisit());
            case Entry.Wrong _ ->
                    page(422, visit, back, Optional.of(visit.say("sign-in.wrong")), "");
            case Entry.Wait(Duration left) ->
                    page(
                            429,
                            visit,
                            back,
                            Optional.empty(),
                            visit.say("trouble.busy", Math.max(1, left.toSeconds())));
        };
    }

    private Reply leave(Visit visit) {
        visit.call().cookie(Cookies.SESSION).ifPresent(sessions::end);
        return Reply.done("/", "signed-out")
                .with(visit.cookies().gone(Cookies.SESSION))
                .with(visit.cookies().gone(Cookies.BILL))
                .with(visit.cookies().newVisit());
    }

    private Reply page(
            int status, Visit visit, String back, Optional<String> wrong, String tooFast) {
        Field login =
                Field.text("login", visit.say("sign-in.login"))
                        .filledBy("username", "text")
                        .filled(visit.form());
        Field password =
                Field.text("password", visit.say("sign-in.password"))
                        .withType("password")
                        .filledBy("current-password", "text");
        return Reply.page(
                status,
                "signin.jte",
                new SignInView(
                        login,
                        wrong.map(password::wrong).orElse(password),
                        back,
                        tooFast,
                        visit.call().cookie(Cookies.SESSION).isPresent(),
                        provider));
    }
}
