package io.yipiao.gateway.web.front;

import io.yipiao.gateway.web.Field;
import io.yipiao.gateway.web.Figure;
import io.yipiao.gateway.web.Icon;
import io.yipiao.gateway.web.LineRow;
import io.yipiao.gateway.web.Row;
import io.yipiao.gateway.web.Step;
import io.yipiao.gateway.web.Visit;
import io.yipiao.gateway.web.citizen.Offer;
import io.yipiao.gateway.web.desk.ChecklistForm;
import io.yipiao.gateway.web.hospital.Face;
import io.yipiao.gateway.web.hospital.UploadRow;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.verdict.CapitalAmount;
import io.yipiao.verifier.verdict.VerdictKind;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** All components in all their states, for those who build pages. */
public record StyleGuide(
        List<Sample> verdicts,
        List<String> tones,
        List<Row> compared,
        List<Row> summary,
        List<Field> fields,
        List<Step> steps,
        List<LineRow> lines,
        List<Offer> offers,
        List<Figure> figures,
        List<UploadRow> uploads,
        List<io.yipiao.gateway.web.desk.LineRow> caseLines,
        ChecklistForm checklist,
        Face face,
        List<ShownState.Written> claims,
        List<Coming.Written> coming) {
    public StyleGuide {
        verdicts = List.copyOf(verdicts);
        tones = List.copyOf(tones);
        compared = List.copyOf(compared);
        summary = List.copyOf(summary);
        fields = List.copyOf(fields);
        steps = List.copyOf(steps);
        lines = List.copyOf(lines);
        offers = List.copyOf(offers);
        figures = List.copyOf(figures);
        uploads = List.copyOf(uploads);
        caseLines = List.copyOf(caseLines);
        claims = List.copyOf(claims);
        coming = List.copyOf(coming);
    }

    /** One verdict. */
    public record Sample(String tone, Icon icon, String sentence) {}

    static StyleGuide of(Visit visit) {
        Field number = Field.text("number", visit.say("check.number"));
        return new StyleGuide(
                Arrays.stream(VerdictKind.values())
                        .map(kind ->
                                new Sample(
                                        kind.tone().name().toLowerCase(Locale.ROOT),
                                        Icon.of(kind),
                                        visit.frame().say(kind.sentence())))
                        .toList(),
                List.of("good", "info", "wait", "stop", "mute"),
                List.of(
                        Row.of(visit.say("check.number"), "0000000001"),
                        Row.of(
                                visit.frame()
                                        .say(
                                                io.yipiao.verifier.verdict.Field.TOTAL_IN_WORDS
                                                        .label()),
                                CapitalAmount.of(new Fen(335_430))),
                        Row.differing(visit.say("check.total"), "3,354.30", "3,345.30")),
                List.of(
                        Row.changeable(visit.say("check.number"), "0000000001", "/style"),
                        Row.changeable(visit.say("check.check"), "", "/style")),
                List.of(
                        number.withHint(visit.say("check.number.hint")),
                        new Field(
                                "filled",
                                number.label(),
                                "text",
                                "",
                                "0000000001",
                                Optional.empty(),
                                "off",
                                "text"),
                        new Field(
                                "wrong",
                                number.label(),
                                "text",
                                "",
                                "000000001",
                                Optional.of(visit.say("check.number.wrong", "9")),
                                "off",
                                "text")),
                List.of("done", "now", "paused", "failed", "ahead").stream()
                        .map(state ->
                                new Step(
                                        visit.say("step.sample"),
                                        state,
                                        Optional.of("2026-11-22 10:31"),
                                        Optional.empty()))
                        .toList(),
                List.of(
                        line(1, List.of()),
                        line(2, List.of(visit.say("line.taken.FULL_OWN_PAY", "21.00")))),
                List.of(
                        offer(Optional.of("4821"), ""),
                        offer(Optional.empty(), ""),
                        offer(Optional.of("4821"), visit.say("style.sample"))),
                List.of(
                        figure(visit, 1, List.of(1_240L, 812L, 0L, 97L), ""),
                        figure(visit, 2, List.of(3L, 5L), "10:30"),
                        figure(visit, 3, List.of(), "")),
                uploads(visit),
                List.of(
                        caseLine(1, "", false),
                        caseLine(2, visit.say("desk.finding.unknown"), true)),
                ChecklistForm.unanswered(visit),
                new Face(
                        new UUID(0, 0),
                        visit.frame().asset("sample-code.svg"),
                        List.of(
                                Row.of(visit.say("check.number"), "0000000001"),
                                Row.of(visit.say("check.total"), "3,354.30"))),
                ShownState.all(visit.frame()),
                Coming.all(visit.frame()));
    }

    private static Figure figure(Visit visit, int number, List<Long> values, String stale) {
        return new Figure(
                "figure-" + number,
                visit.say("audit.anchored") + " " + number,
                visit.say("audit.day"),
                visit.say("audit.bills"),
                IntStream.range(0, values.size())
                        .mapToObj(i -> new Figure.Bar("11-" + (20 + i), values.get(i)))
                        .toList(),
                "/style",
                stale);
    }

    private static io.yipiao.gateway.web.desk.LineRow caseLine(
            int number, String finding, boolean ticked) {
        return new io.yipiao.gateway.web.desk.LineRow(
                number,
                "示范药品 " + number,
                "XA01AD05A00101",
                "0.5 g",
                "2",
                "10.50",
                "21.00",
                "B",
                List.of(),
                finding,
                ticked);
    }

    private static List<UploadRow> uploads(Visit visit) {
        return List.of(
                upload(
                        "sending",
                        "info",
                        visit.say("hospital.counts", "1,300", "1,280", "1,240", 3),
                        1_243),
                upload("registered", "good", visit.say("hospital.end", "1,297", 3), 1_300),
                upload("refused", "stop", visit.say("hospital.refused.whole"), 0),
                upload("paused", "wait", visit.say("hospital.cut", 812), 812));
    }

    private static UploadRow upload(String state, String tone, String sentence, long done) {
        return new UploadRow(
                "/style", "bills.ndjson", state, tone, sentence, done, 1_300, "2026-11-22 10:31");
    }

    private static LineRow line(int number, List<String> remarks) {
        return new LineRow(number, "示范项目 " + number, "0.5 g", "2", "10.50", "21.00", remarks);
    }

    private static Offer offer(Optional<String> card, String obstacle) {
        return new Offer(
                new UUID(0, 0),
                "王*芳",
                Optional.empty(),
                card,
                Optional.of("¥812.40"),
                obstacle,
                "sample",
                "/style");
    }
}
