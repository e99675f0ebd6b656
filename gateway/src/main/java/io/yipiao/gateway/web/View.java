package io.yipiao.gateway.web;

import io.yipiao.gateway.http.Call;
import io.yipiao.verifier.verdict.Language;

/**
 * How a visitor wants his pages; kept in cookies of his browser, which name nobody.
 *
 * @param elder larger, in one column (长辈版)
 * @param shortcuts whether keys are bound, for those at a desk
 */
public record View(Language language, boolean elder, boolean shortcuts) {
    static final String LANGUAGE = "language";
    static final String ELDER = "elder";
    static final String SHORTCUTS = "shortcuts";

    static View of(Call call) {
        String language = call.cookie(LANGUAGE).or(() -> call.header("accept-language")).orElse("");
        return new View(
                language.startsWith("en") ? Language.ENGLISH : Language.CHINESE,
                call.cookie(ELDER).filter("on"::equals).isPresent(),
                call.cookie(SHORTCUTS).filter("off"::equals).isEmpty());
    }

    /** The language's tag (BCP 47). */
    public String tag() {
        return language == Language.ENGLISH ? "en" : "zh-CN";
    }
}
