package io.yipiao.gateway.web.front;

import io.yipiao.gateway.access.Page;
import io.yipiao.gateway.http.Answer;
import io.yipiao.gateway.web.Assets;
import io.yipiao.gateway.web.Form;
import io.yipiao.gateway.web.NoPageException;
import io.yipiao.gateway.web.Pages;
import io.yipiao.gateway.web.Reply;
import io.yipiao.gateway.web.Visit;
import io.yipiao.gateway.web.WayBack;

import java.util.List;

/** How a visitor wants his pages, the components, and the files that pages load. */
public final class FrontPages {
    private final Assets assets;

    public FrontPages(Assets assets) {
        this.assets = assets;
    }

    public void addTo(Pages pages) {
        pages.on(Page.VIEW, FrontPages::view)
                .on(Page.STYLE_GUIDE, visit -> Reply.page("style.jte", StyleGuide.of(visit)))
                .on(Page.ASSET, this::asset);
    }

    private static Reply view(Visit visit) {
        Form form = visit.form();
        Reply reply = Reply.moved(WayBack.to(form.raw("back")));
        for (String name : List.of("language", "elder", "shortcuts")) {
            String wanted = form.text(name);
            if (List.of("zh", "en", "on", "off").contains(wanted)) {
                reply = reply.with(visit.cookies().forAYear(name, wanted));
            }
        }
        return reply;
    }

    private Reply asset(Visit visit) throws NoPageException {
        Answer file = assets.file(visit.call().path("file")).orElseThrow(NoPageException::new);
        return Reply.sent(file);
    }
}
