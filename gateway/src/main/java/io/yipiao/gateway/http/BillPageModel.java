package io.yipiao.gateway.http;

import io.yipiao.verifier.verdict.Fact;
import io.yipiao.verifier.verdict.Language;
import io.yipiao.verifier.verdict.PrintedFacts;
import io.yipiao.verifier.verdict.Remark;
import io.yipiao.verifier.verdict.Verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the page of a bill says, in one language.
 *
 * @param tone names the colours of the verdict
 * @param facts what to compare, in the paper's order
 * @param unseen what a code cannot show; empty where nothing is compared
 * @param remarks reasons and notices
 * @param next what to do
 * @param time when the verdict was given, in Shanghai
 * @param host what the address should begin with
 * @param trial whether all of it is on the trial ledger
 */
public record BillPageModel(
        boolean english,
        String tone,
        String icon,
        String sentence,
        List<Row> facts,
        String unseen,
        List<String> remarks,
        String next,
        String time,
        String host,
        boolean trial) {

    /** One thing to compare. */
    public record Row(String label, String value) {}

    static BillPageModel of(
            Verdict verdict, Language language, String time, String host, boolean trial) {
        Optional<PrintedFacts> facts =
                verdict instanceof Verdict.Proven proven
                        ? Optional.of(proven.facts())
                        : Optional.empty();
        List<Remark> remarks = new ArrayList<>(verdict.reasons());
        remarks.addAll(verdict.notices());
        return new BillPageModel(
                language == Language.ENGLISH,
                verdict.kind().tone().name().toLowerCase(Locale.ROOT),
                verdict.kind().icon(),
                verdict.sentence().in(language),
                facts.map(PrintedFacts::inOrder).orElse(List.of()).stream()
                        .map(fact -> row(fact, language))
                        .toList(),
                facts.map(known -> PrintedFacts.UNSEEN.in(language)).orElse(""),
                remarks.stream().map(remark -> remark.sentence().in(language)).toList(),
                NextStep.of(verdict.kind()).in(language),
                time,
                host,
                trial);
    }

    private static Row row(Fact fact, Language language) {
        return new Row(fact.field().label().in(language), fact.value().in(language));
    }

    /** Picks one of two spellings of the page's own words. */
    public String say(String chinese, String inEnglish) {
        return english ? inEnglish : chinese;
    }
}
