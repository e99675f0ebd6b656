package io.yipiao.gateway.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names a bill's fields, which its JSON names by path, in a page's language. */
public final class FieldWords {
    private static final Pattern STEP =
            Pattern.compile("(?<name>[A-Za-z]+)(\\[(?<place>\\d+)\\])?|(?<code>\\d{2})");

    private FieldWords() {}

    /** {@code lines[2].amount} is 明细第 3 行 · 金额. */
    public static String of(String path, Frame frame) {
        StringBuilder words = new StringBuilder();
        Matcher steps = STEP.matcher(path);
        while (steps.find()) {
            String step = steps.group("name");
            String word =
                    step == null
                            ? frame.say("hospital.field.category", steps.group("code"))
                            : steps.group("place") == null
                                    ? name(step, frame)
                                    : frame.say(
                                            "hospital.field." + step + ".at",
                                            Integer.parseInt(steps.group("place")) + 1);
            words.append(words.isEmpty() ? "" : " · ").append(word);
        }
        return words.isEmpty() ? path : words.toString();
    }

    private static String name(String step, Frame frame) {
        String key = "hospital.field." + step;
        return frame.knows(key) ? frame.say(key) : step;
    }
}
