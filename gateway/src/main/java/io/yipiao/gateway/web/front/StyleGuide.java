package io.yipiao.gateway.web.front;

import io.yipiao.gateway.web.Field;
import io.yipiao.gateway.web.Figure;
import io.yipiao.gateway.web.Icon;
import io.yipiao.gateway.web.LineRow;
import io.yipiao.gateway.web.Row;
import io.yipiao.gateway.web.Step;
import io.yipiao.gateway.web.Visit;
import io.yipiao.gateway.web.citizen.Offer;
import io.yipiao.gateway.web.hospital.UploadRow;
import io.yipiao.verifier.verdict.VerdictKind;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

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
        List<UploadRow> uploads) {
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
                        figure("a", List.of(1_240L, 812L, 0L, 97L), ""),
                        figure("b", List.of(3L, 5L), "10:30"),
                        figure("c", List.of(), "")),
                uploads(visit));
    }

    private static Figure figure(String name, List<Long> values, String stale) {
        return new Figure(
                "figure-" + name,
                "Figure " + name,
                "x",
                "y",
                values.stream().map(value -> new Figure.Bar("n " + value, value)).toList(),
                "/style",
                stale);
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
        return new LineRow(number, "Item " + number, "0.5 g", "2", "10.50", "21.00", remarks);
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
