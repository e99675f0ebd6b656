package io.yipiao.network.bench.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * A flame graph: the outermost frames at the bottom, as wide as the share of samples that were in
 * them.
 */
public final class FlameGraph {
    private static final int WIDTH = 1_200;
    private static final int ROW = 16;
    private static final int DEEPEST = 70;

    /** Narrower than this many dots nothing can be read. */
    private static final double NARROWEST = 6;

    private static final double LETTER = 6.2;

    private final StringBuilder shapes = new StringBuilder();
    private final double each;
    private int deepest;

    private FlameGraph(long samples) {
        each = WIDTH / (double) Math.max(1, samples);
    }

    /** The picture of a recording, as SVG. */
    public static String of(Path recording, String title) throws IOException {
        Frames root = Frames.read(recording);
        FlameGraph graph = new FlameGraph(root.samples());
        graph.draw(root, 0, 0);
        int height = (graph.deepest + 3) * ROW;
        return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 %d %d %d" font-family="monospace" font-size="10">
        <rect y="%d" width="100%%" height="100%%" fill="#ffffff"/>
        <text x="4" y="%d" font-size="13">%s, %,d samples</text>
        %s</svg>
        """
                .formatted(
                        -height,
                        WIDTH,
                        height,
                        -height,
                        -height + ROW,
                        escaped(title),
                        root.samples(),
                        graph.shapes);
    }

    private void draw(Frames frames, double left, int depth) {
        double x = left;
        for (Map.Entry<String, Frames> callee : frames.callees().entrySet()) {
            double width = callee.getValue().samples() * each;
            if (width >= NARROWEST && depth < DEEPEST) {
                box(callee.getKey(), x, width, depth);
                deepest = Math.max(deepest, depth);
                draw(callee.getValue(), x, depth + 1);
            }
            x += width;
        }
    }

    private void box(String name, double x, double width, int depth) {
        int letters = (int) (width / LETTER);
        String shown =
                letters < 4
                        ? ""
                        : name.length() <= letters ? name : name.substring(0, letters - 1) + "…";
        shapes.append(
                String.format(
                        Locale.ROOT,
                        "<g><title>%s %.1f%%</title><rect x=\"%.1f\" y=\"%d\" width=\"%.1f\""
                                + " height=\"%d\" fill=\"%s\" stroke=\"#ffffff\"/>"
                                + "<text x=\"%.1f\" y=\"%d\">%s</text></g>%n",
                        escaped(name),
                        100 * width / WIDTH,
                        x,
                        -(depth + 1) * ROW,
                        width,
                        ROW,
                        colour(name),
                        x + 2,
                        -depth * ROW - 4,
                        escaped(shown)));
    }

    /** By its first letters, so that the same method has the same colour in every picture. */
    private static String colour(String name) {
        int shade = 150 + Math.floorMod(name.hashCode(), 80);
        return "#f0%02x5a".formatted(shade);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
