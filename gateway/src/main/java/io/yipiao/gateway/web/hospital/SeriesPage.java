package io.yipiao.gateway.web.hospital;

import io.yipiao.gateway.access.Page;
import io.yipiao.gateway.issuer.SeriesReport;
import io.yipiao.gateway.issuer.SeriesUse;
import io.yipiao.gateway.web.Pages;
import io.yipiao.gateway.web.Reply;
import io.yipiao.gateway.web.Visit;

import java.util.List;
import java.util.stream.Collectors;

/** The numbers that Finance gave a hospital (号段): used, next, passed over, used twice, nobody's. */
public final class SeriesPage {
    private final SeriesReport report;

    public SeriesPage(SeriesReport report) {
        this.report = report;
    }

    public void addTo(Pages pages) {
        pages.on(Page.SERIES, this::show);
    }

    /**
     * What the page shows.
     *
     * @param twice numbers that two bills bear, in a sentence; empty if there are none
     * @param outside numbers in no series, in a sentence; empty if there are none
     */
    public record SeriesView(List<SeriesRow> series, String twice, String outside) {
        public SeriesView {
            series = List.copyOf(series);
        }
    }

    /**
     * A series.
     *
     * @param numbers from the first to the last
     * @param next empty once it is used up
     * @param gaps in a sentence; empty if there are none
     */
    public record SeriesRow(String code, String numbers, String used, String next, String gaps) {}

    private Reply show(Visit visit) {
        int issuer = visit.principal().issuer();
        return Reply.page(
                "series.jte",
                new SeriesView(
                        report.series(issuer).stream().map(use -> row(use, visit)).toList(),
                        odd("hospital.series.twice", report.twice(issuer), visit),
                        odd("hospital.series.outside", report.outside(issuer), visit)));
    }

    private static SeriesRow row(SeriesUse use, Visit visit) {
        String gaps =
                use.gaps().stream().map(SeriesUse.Gap::text).collect(Collectors.joining(", "));
        return new SeriesRow(
                use.code(),
                use.from() + "–" + use.to(),
                UploadRow.number(use.used()),
                use.next().orElse(""),
                use.missing() == 0
                        ? ""
                        : visit.say(
                                use.gaps().size() == SeriesReport.NAMED
                                        ? "hospital.series.gaps.many"
                                        : "hospital.series.gaps",
                                UploadRow.number(use.missing()),
                                gaps));
    }

    private static String odd(String key, SeriesReport.Odd odd, Visit visit) {
        return odd.count() == 0
                ? ""
                : visit.say(key, UploadRow.number(odd.count()), String.join(", ", odd.numbers()));
    }
}
