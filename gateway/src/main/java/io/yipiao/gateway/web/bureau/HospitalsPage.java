package io.yipiao.gateway.web.bureau;

import io.yipiao.gateway.access.Page;
import io.yipiao.gateway.control.Compared;
import io.yipiao.gateway.control.ControlTotals;
import io.yipiao.gateway.control.NumberRange;
import io.yipiao.gateway.control.Punctuality;
import io.yipiao.gateway.projection.LedgerView;
import io.yipiao.gateway.web.Frame;
import io.yipiao.gateway.web.Pages;
import io.yipiao.gateway.web.Reply;
import io.yipiao.gateway.web.Visit;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Fen;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Hospitals: how late their bills come, how many are refused, and which are missing. */
final class HospitalsPage {
    private static final int MOST = 200;
    private static final int DAYS = 7;

    private final ControlTotals totals;
    private final LedgerView view;
    private final Clock clock;

    HospitalsPage(ControlTotals totals, LedgerView view, Clock clock) {
        this.totals = totals;
        this.view = view;
        this.clock = clock;
    }

    void addTo(Pages pages) {
        pages.on(Page.BUREAU_HOSPITALS, this::show);
    }

    private Reply show(Visit visit) {
        Frame frame = visit.frame();
        LocalDate from = LocalDate.ofInstant(clock.instant(), Bill.ZONE).minusDays(DAYS);
        List<Compared> open = totals.open(MOST);
        return Reply.page(
                "bureauhospitals.jte",
                new HospitalsView(
                        open.isEmpty()
                                ? frame.say("bureau.hospitals.none")
                                : frame.say("bureau.hospitals.open", open.size()),
                        open.isEmpty() ? "good" : "stop",
                        open.stream().map(one -> missing(one, frame)).toList(),
                        open.size() == MOST,
                        totals.punctuality(from).stream().map(this::row).toList()));
    }

    private HospitalsView.MissingRow missing(Compared compared, Frame frame) {
        var of = compared.stated().of();
        long bills = compared.missingBills();
        return new HospitalsView.MissingRow(
                name(of.issuer()),
                of.day().toString(),
                of.code().isEmpty() ? frame.say("bureau.all-digital") : of.code(),
                count(compared.stated().bills()) + " · " + frame.yuan(compared.stated().total()),
                count(compared.bills()) + " · " + frame.yuan(compared.total()),
                bills >= 0
                        ? frame.say("bureau.missing", count(bills), signed(compared, frame))
                        : frame.say("bureau.excess", count(-bills), signed(compared, frame)),
                NumberRange.text(compared.missing()).replace(",", ", "),
                compared.missing().isEmpty() || compared.certain()
                        ? ""
                        : frame.say("bureau.uncertain"));
    }

    private HospitalsView.PunctualRow row(Punctuality one) {
        return new HospitalsView.PunctualRow(
                name(one.issuer()),
                count(one.bills()),
                String.format(Locale.ROOT, "%.1f", one.averageDelay()),
                count(one.latest()),
                count(one.refused()));
    }

    private String name(int issuer) {
        return view.issuer(issuer)
                .map(known -> known.name() + " " + issuer)
                .orElse(Integer.toString(issuer));
    }

    private static String signed(Compared compared, Frame frame) {
        return frame.yuan(new Fen(Math.abs(compared.missingFen())));
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
