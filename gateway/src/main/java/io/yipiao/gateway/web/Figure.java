package io.yipiao.gateway.web;

import java.util.List;
import java.util.Locale;

/**
 * A chart of bars with its table and a link to its data.
 *
 * @param id of its heading
 * @param label what the rows are, such as a day
 * @param unit what is counted
 * @param bars from left to right; none says 没有数据
 * @param csv where the data are as CSV
 * @param stale as of when, such as 10:30; empty if it is of this moment
 */
public record Figure(
        String id,
        String title,
        String label,
        String unit,
        List<Bar> bars,
        String csv,
        String stale) {
    /** The drawing's size in its own units. */
    public static final int WIDTH = 640;

    public static final int HEIGHT = 220;

    /** So many bars at least the drawing has room for; their words stay readable on a phone. */
    public static final int FEW = 4;

    private static final int TOP = 34;
    private static final int FOOT = 38;

    public Figure {
        bars = List.copyOf(bars);
    }

    /** One bar; its value is written on it. */
    public record Bar(String label, long value) {
        public Bar {
            if (value < 0) {
                throw new IllegalArgumentException("a bar stands on its line: " + value);
            }
        }

        public String written() {
            return String.format(Locale.ROOT, "%,d", value);
        }
    }

    /** Where the line is that the bars stand on. */
    public int floor() {
        return HEIGHT - FOOT;
    }

    /** How wide a bar is, with the gap beside it. */
    public int step() {
        return WIDTH / Math.max(FEW, bars.size());
    }

    /** How high a bar is; the greatest fills the drawing. */
    public int height(Bar bar) {
        long most = bars.stream().mapToLong(Bar::value).max().orElse(0);
        return most == 0 ? 0 : (int) (bar.value() * (floor() - TOP) / most);
    }
}
