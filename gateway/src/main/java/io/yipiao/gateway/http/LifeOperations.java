package io.yipiao.gateway.http;

import io.yipiao.gateway.access.Principal;
import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.access.Route;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.intake.Paper;
import io.yipiao.gateway.intake.Papers;
import io.yipiao.gateway.intake.StoredBill;
import io.yipiao.gateway.issuer.Issuers;
import io.yipiao.gateway.issuer.Rotations;
import io.yipiao.gateway.issuer.SeriesReport;
import io.yipiao.gateway.issuer.SeriesUse;
import io.yipiao.gateway.ledger.RaceLost;
import io.yipiao.gateway.ledger.Refused;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Papers of bills, number series and new keys: what becomes of a hospital's bills and keys. */
public final class LifeOperations {
    private static final Set<Role> STAFF =
            Set.of(Role.ADMIN, Role.CLERK, Role.SUPERVISOR, Role.AUDITOR);

    private final Bills bills;
    private final Papers papers;
    private final SeriesReport series;
    private final Rotations rotations;
    private final Issuers issuers;

    public LifeOperations(
            Bills bills, Papers papers, SeriesReport series, Rotations rotations, Issuers issuers) {
        this.bills = bills;
        this.papers = papers;
        this.series = series;
        this.rotations = rotations;
        this.issuers = issuers;
    }

    public void addTo(Operations operations) {
        operations
                .on(Route.LIST_PAPERS, this::papers)
                .on(Route.MOVE_PAPER, this::move)
                .on(Route.GET_SERIES, this::series)
                .on(Route.ROTATE_KEY, this::rotate);
    }

    private Answer papers(Call call) throws ProblemException {
        Principal principal = call.principal();
        StoredBill bill =
                bills.byId(call.id("id"))
                        .filter(found -> isStaff(principal) || isOf(principal, found.issuer()))
                        .orElseThrow(() -> new ProblemException(Problem.notFound("bill")));
        return Answer.json(
                Json.object()
                        .put(
                                "papers",
                                papers.of(bill).stream().map(LifeOperations::describe).toList())
                        .end());
    }

    private Answer move(Call call) throws FieldException, ProblemException {
        UUID id = call.id("id");
        int issuer = call.principal().issuer();
        if (papers.byId(id, issuer).isEmpty()) {
            throw new ProblemException(Problem.notFound("paper"));
        }
        Paper.State to = Paper.State.valueOf(call.json().text("state"));
        if (!papers.move(id, issuer, to, call.principal().token().toString())) {
            throw new ProblemException(
                    Problem.conflict(
                            "paper-moved",
                            "This paper was recorded otherwise",
                            "A paper that came back or is void stays so."));
        }
        return Answer.json(describe(papers.byId(id, issuer).orElseThrow()));
    }

    private Answer series(Call call) throws ProblemException {
        int number = issuer(call, true);
        return Answer.json(
                Json.object()
                        .put(
                                "series",
                                series.series(number).stream()
                                        .map(LifeOperations::describe)
                                        .toList())
                        .put("twice", describe(series.twice(number)))
                        .put("outside", describe(series.outside(number)))
                        .end());
    }

    private Answer rotate(Call call) throws FieldException, ProblemException {
        int number = issuer(call, false);
        try {
            rotations.take(number, call.body());
            return Answer.json(IssuerOperations.describe(issuers.find(number).orElseThrow()));
        } catch (Refused e) {
            throw new ProblemException(
                    Problem.conflict(
                            "ledger-refused",
                            "The ledger refused it",
                            String.valueOf(e.getMessage())));
        } catch (RaceLost e) {
            throw new ProblemException(
                    Problem.unavailable("Others changed this hospital meanwhile; try again."));
        }
    }

    /** The issuer in the path, which is the hospital itself, or anybody's for staff. */
    private int issuer(Call call, boolean staff) throws ProblemException {
        int number = Integer.parseInt(call.path("number"));
        Principal principal = call.principal();
        boolean known = issuers.find(number).isPresent();
        if (!known || !((staff && isStaff(principal)) || isOf(principal, number))) {
            throw new ProblemException(Problem.notFound("issuer"));
        }
        return number;
    }

    private static boolean isStaff(Principal principal) {
        return principal.roles().stream().anyMatch(STAFF::contains);
    }

    private static boolean isOf(Principal principal, int issuer) {
        return principal.is(Role.HOSPITAL) && principal.issuer() == issuer;
    }

    private static Json.Members describe(Paper paper) {
        return Json.object()
                .put("bill", paper.bill().toString())
                .put("identity", Words.identity(paper.id()))
                .put("state", paper.state().name())
                .putText("movedAt", paper.movedAt().map(Instant::toString))
                .end();
    }

    private static Json.Members describe(SeriesUse use) {
        return Json.object()
                .put("code", use.code())
                .put("from", use.from())
                .put("to", use.to())
                .put("used", use.used())
                .putText("next", use.next())
                .put("missing", use.missing())
                .put(
                        "gaps",
                        use.gaps().stream()
                                .map(gap ->
                                        Json.object()
                                                .put("from", gap.from())
                                                .put("to", gap.to())
                                                .end())
                                .toList())
                .end();
    }

    private static Json.Members describe(SeriesReport.Odd odd) {
        return Json.object()
                .put("count", odd.count())
                .put("numbers", Json.texts(odd.numbers()))
                .end();
    }
}
