package io.yipiao.network.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The ratios of a table as bars with their spread, in SVG; a bar is as long as its logarithm. */
final class Picture {
    private static final int ROW = 26;
    private static final int LEFT = 470;
    private static final int SCALE = 90;
    private static final int WIDTH = 1_000;

    private final List<String> shapes = new ArrayList<>();

    private Picture() {}

    static String of(Table table) {
        Picture picture = new Picture();
        int y = ROW;
        for (Line line : table.lines()) {
            for (Ratio ratio : line.ratios()) {
                picture.bar(y, line.title() + " : " + ratio.beside().label(), ratio);
                y += ROW;
            }
        }
        return """
        <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" font-family="system-ui,sans-serif" font-size="13">
        <rect width="100%%" height="100%%" fill="#ffffff"/>
        <line x1="%d" y1="8" x2="%d" y2="%d" stroke="#17202A"/>
        %s
        </svg>
        """
                .formatted(WIDTH, y + ROW, LEFT, LEFT, y, String.join("\n", picture.shapes));
    }

    private void bar(int y, String title, Ratio ratio) {
        int end = place(ratio.median());
        shapes.add(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" fill=\"#17202A\">%s</text>"
                        .formatted(LEFT - 140, y + 5, escaped(title)));
        shapes.add(
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"12\" fill=\"#0A5A73\"/>"
                        .formatted(Math.min(LEFT, end), y - 6, Math.max(1, Math.abs(end - LEFT))));
        shapes.add(
                "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#BD540B\" stroke-width=\"3\"/>"
                        .formatted(place(ratio.least()), y, place(ratio.most()), y));
        shapes.add(
                "<text x=\"%d\" y=\"%d\" fill=\"#17202A\">%s</text>"
                        .formatted(
                                Math.max(LEFT, place(ratio.most())) + 8,
                                y + 5,
                                String.format(Locale.ROOT, "%.2f ×", ratio.median())));
    }

    private static int place(double ratio) {
        return LEFT + (int) Math.round(SCALE * Math.log10(Math.max(ratio, 1e-3)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
