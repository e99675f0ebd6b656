package io.yipiao.gateway.web.citizen;

import io.yipiao.gateway.access.Page;
import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.claim.ClaimView;
import io.yipiao.gateway.web.Pages;
import io.yipiao.gateway.web.Reply;
import io.yipiao.gateway.web.Visit;

import java.util.Optional;

/** The first page: where everybody begins, a citizen with his newest claim on top. */
public final class HomePage {
    private final MyClaims mine;
    private final ClaimParts parts;

    HomePage(MyClaims mine, ClaimParts parts) {
        this.mine = mine;
        this.parts = parts;
    }

    void addTo(Pages pages) {
        pages.on(Page.HOME, this::show);
    }

    /**
     * What the page shows.
     *
     * @param newest of a citizen's claims
     */
    public record Home(Optional<ClaimPages.Entry> newest) {}

    private Reply show(Visit visit) {
        boolean citizen = visit.is(Role.CITIZEN) || visit.is(Role.AGENT);
        Optional<ClaimView> newest =
                citizen ? mine.of(visit.person()).stream().findFirst() : Optional.empty();
        return Reply.page(
                "home.jte",
                new Home(newest.map(claim -> ClaimPages.entry(claim, parts, visit.frame()))));
    }
}
