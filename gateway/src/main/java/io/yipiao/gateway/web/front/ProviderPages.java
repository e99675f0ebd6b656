package io.yipiao.gateway.web.front;

import io.yipiao.gateway.access.Page;
import io.yipiao.gateway.journal.Log;
import io.yipiao.gateway.session.Arrival;
import io.yipiao.gateway.session.Oidc;
import io.yipiao.gateway.session.ProviderUnreachable;
import io.yipiao.gateway.session.Redirect;
import io.yipiao.gateway.web.Cookies;
import io.yipiao.gateway.web.NoPageException;
import io.yipiao.gateway.web.Pages;
import io.yipiao.gateway.web.Reply;
import io.yipiao.gateway.web.Visit;
import io.yipiao.gateway.web.WayBack;
import io.yipiao.verifier.bill.FieldException;

import java.net.URI;
import java.util.Optional;

/**
 * Signing in with the OpenID provider, where there is one. Leaving for it is a link, not a form:
 * browsers hold a form's redirects against {@code form-action}, and what a link leaves behind is a
 * row that is forgotten after ten minutes.
 */
public final class ProviderPages {
    private static final Log LOG = Log.of(ProviderPages.class);
    private static final String ERRAND = "errand";

    private final Optional<Oidc> provider;
    private final String address;

    /**
     * @param address of this gateway, with its scheme
     */
    public ProviderPages(Optional<Oidc> provider, String address) {
        this.provider = provider;
        this.address = address;
    }

    /** Where the provider sends browsers back to. */
    public static URI redirect(String address) {
        return URI.create(address + Page.FROM_PROVIDER.path());
    }

    public void addTo(Pages pages) {
        pages.on(Page.TO_PROVIDER, this::leave).on(Page.FROM_PROVIDER, this::arrive);
    }

    private Reply leave(Visit visit) throws NoPageException, FieldException {
        Oidc oidc = provider.orElseThrow(NoPageException::new);
        try {
            String back = WayBack.to(visit.call().query("back").orElse("/"));
            boolean anew = visit.call().query("anew").isPresent();
            Redirect redirect = anew ? oidc.beginAnew(back) : oidc.begin(back);
            return Reply.moved(redirect.to().toString())
                    .with(visit.cookies().forNow(ERRAND, redirect.cookieText()));
        } catch (ProviderUnreachable e) {
            LOG.warn("the OpenID provider cannot be reached", e);
            return Reply.moved("/sign-in?refused=" + Arrival.Reason.PROVIDER_UNREACHABLE);
        }
    }

    private Reply arrive(Visit visit) throws NoPageException {
        Oidc oidc = provider.orElseThrow(NoPageException::new);
        URI answer = URI.create(address + visit.call().pathAndQuery());
        String errand = visit.call().cookie(ERRAND).orElse("");
        return switch (oidc.finish(answer, errand)) {
            case Arrival.Entered in ->
                    Reply.moved(in.back().path())
                            .with(visit.cookies().gone(ERRAND))
                            .with(visit.cookies().forNow(Cookies.SESSION, in.text().reveal()))
                            .with(visit.cookies().newVisit());
            case Arrival.Refused(Arrival.Reason reason) ->
                    Reply.moved("/sign-in?refused=" + reason).with(visit.cookies().gone(ERRAND));
        };
    }
}
