package io.yipiao.gateway.web.citizen;

import io.yipiao.gateway.access.Page;
import io.yipiao.gateway.claim.ClaimDesk;
import io.yipiao.gateway.claim.PayeeAccount;
import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.gateway.session.Accounts;
import io.yipiao.gateway.session.Sessions;
import io.yipiao.gateway.tell.Contacts;
import io.yipiao.gateway.web.Cookies;
import io.yipiao.gateway.web.Form;
import io.yipiao.gateway.web.Mask;
import io.yipiao.gateway.web.Pages;
import io.yipiao.gateway.web.Reply;
import io.yipiao.gateway.web.Visit;
import io.yipiao.gateway.web.WayBack;
import io.yipiao.verifier.bill.FieldException;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where somebody is paid and reached, and his password. A change of the account asks for the
 * password again, so that nobody who finds a phone unlocked sends money elsewhere; whoever has none
 * signs in with the OpenID provider once more.
 */
public final class MePages {
    private final ClaimDesk desk;
    private final Contacts contacts;
    private final Accounts accounts;
    private final Sessions sessions;

    MePages(ClaimDesk desk, Contacts contacts, Accounts accounts, Sessions sessions) {
        this.desk = desk;
        this.contacts = contacts;
        this.accounts = accounts;
        this.sessions = sessions;
    }

    void addTo(Pages pages) {
        pages.on(Page.ME, visit -> page(200, visit, fields(visit)))
                .on(Page.CHANGE_ACCOUNT, this::changeAccount)
                .on(Page.CHANGE_PHONE, this::changePhone)
                .on(Page.CHANGE_PASSWORD, this::changePassword);
    }

    private Reply page(int status, Visit visit, MeFields fields) {
        Optional<PersonId> person = visit.principal().owner().person();
        String back = visit.form().raw("back");
        return Reply.page(
                status,
                "me.jte",
                new MeView(
                        person.isPresent(),
                        Mask.name(holder(visit)),
                        person.flatMap(desk.accounts()::of).map(MePages::card),
                        person.flatMap(contacts::of).map(Mask::phone),
                        fields.account(),
                        fields.contact(),
                        hasPassword(visit) ? fields.password() : List.of(),
                        mustSignInAnew(visit),
                        WayBack.to(
                                back.isEmpty() ? visit.call().query("back").orElse("/") : back)));
    }

    private Reply changeAccount(Visit visit) {
        MeFields fields = fields(visit).filled(visit.form());
        Form form = visit.form();
        if (mustSignInAnew(visit)) {
            return page(422, visit, fields);
        }
        boolean asked = hasAccount(visit) && hasPassword(visit);
        if (asked && !accounts.confirms(visit.principal().token(), form.raw("confirm"))) {
            return page(422, visit, fields.wrong("confirm", visit.say("me.confirm.wrong")));
        }
        try {
            String number = form.code("number").replace(" ", "");
            desk.accounts().put(visit.person(), holder(visit), form.text("bank"), number);
        } catch (FieldException e) {
            return page(
                    422, visit, fields.wrong(e.field(), visit.say("me." + e.field() + ".wrong")));
        }
        return Reply.done(backOr(form, "/me"), "account-saved");
    }

    private Reply changePhone(Visit visit) {
        String phone = visit.form().code("phone").replace(" ", "");
        if (phone.isEmpty()) {
            contacts.remove(visit.person());
            return Reply.done("/me", "phone-removed");
        }
        try {
            contacts.set(visit.person(), phone);
        } catch (FieldException e) {
            MeFields fields = fields(visit).filled(visit.form());
            return page(422, visit, fields.wrong("phone", visit.say("me.phone.wrong")));
        }
        return Reply.done("/me", "phone-saved");
    }

    /** All sessions end, so this browser gets a new one. */
    private Reply changePassword(Visit visit) {
        Form form = visit.form();
        MeFields fields = fields(visit);
        if (!form.raw("password").equals(form.raw("again"))) {
            return page(422, visit, fields.wrong("again", visit.say("me.again.wrong")));
        }
        UUID account = visit.principal().token();
        try {
            accounts.changePassword(account, form.raw("old"), form.raw("password"));
        } catch (FieldException e) {
            return page(
                    422, visit, fields.wrong(e.field(), visit.say("me." + e.field() + ".wrong")));
        }
        return Reply.done("/me", "password-changed")
                .with(visit.cookies().forNow(Cookies.SESSION, sessions.begin(account).reveal()))
                .with(visit.cookies().newVisit());
    }

    /** The insurance's name for him, which his account must bear; else the one he goes by. */
    private String holder(Visit visit) {
        return visit.principal()
                .owner()
                .person()
                .flatMap(desk.insured()::name)
                .orElse(visit.frame().name());
    }

    private MeFields fields(Visit visit) {
        return MeFields.of(visit, hasAccount(visit) && hasPassword(visit));
    }

    private boolean mustSignInAnew(Visit visit) {
        return hasAccount(visit)
                && !hasPassword(visit)
                && visit.call().cookie(Cookies.SESSION).filter(sessions::isConfirmed).isEmpty();
    }

    private boolean hasPassword(Visit visit) {
        return accounts.hasPassword(visit.principal().token());
    }

    private boolean hasAccount(Visit visit) {
        return visit.principal().owner().person().flatMap(desk.accounts()::of).isPresent();
    }

    private static String card(PayeeAccount account) {
        return account.bank() + " " + account.tail();
    }

    private static String backOr(Form form, String other) {
        String back = WayBack.to(form.raw("back"));
        return back.equals("/") ? other : back;
    }
}
