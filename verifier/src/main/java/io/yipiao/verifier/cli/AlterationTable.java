package io.yipiao.verifier.cli;

import io.yipiao.verifier.verdict.Field;
import io.yipiao.verifier.verdict.Language;
import io.yipiao.verifier.verdict.Sentence;

import java.util.List;
import java.util.stream.Collectors;

/** The table of alterations, in Markdown. */
final class AlterationTable {
    private static final List<Sentence> HEADS =
            List.of(
                    new Sentence("改了什么", "what was changed"),
                    new Sentence("二维码也重做：只看二维码", "code made anew: code alone"),
                    new Sentence("二维码没动：只看二维码", "code left as it was: code alone"),
                    new Sentence("加票面五项", "with typed face"),
                    new Sentence("加签过名的一行", "with sealed line"));
    private static final Sentence UNSEEN = new Sentence("看不出", "unseen");
    private static final Sentence EYE = new Sentence("目视", "by eye");

    private final Language language;

    AlterationTable(Language language) {
        this.language = language;
    }

    String print(List<AlterationRow> rows) {
        StringBuilder out = new StringBuilder();
        line(HEADS.stream().map(head -> head.in(language)).toList(), out);
        line(HEADS.stream().map(head -> "---").toList(), out);
        for (AlterationRow row : rows) {
            line(
                    List.of(
                            row.alteration().name().in(language),
                            row.rewritten().icon() + " " + row.rewritten(),
                            row.eye().isEmpty()
                                    ? UNSEEN.in(language)
                                    : EYE.in(language) + " " + names(row.eye()),
                            cell(row.typed()),
                            cell(row.file())),
                    out);
        }
        return out.toString();
    }

    private String cell(List<Field> fields) {
        return fields.isEmpty() ? UNSEEN.in(language) : "✕ " + names(fields);
    }

    private String names(List<Field> fields) {
        return fields.stream()
                .map(field -> field.label().in(language))
                .collect(Collectors.joining(", "));
    }

    private static void line(List<String> cells, StringBuilder out) {
        out.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
