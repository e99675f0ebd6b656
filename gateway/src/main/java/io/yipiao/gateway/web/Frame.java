package io.yipiao.gateway.web;

import io.yipiao.gateway.access.Principal;
import io.yipiao.gateway.access.Role;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.verdict.Sentence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * What surrounds every page: its language, its visitor, and how it spells amounts and times.
 *
 * @param here the path of this page, to come back to; without a bill's text
 * @param token what forms of this visitor bear, so that no other site can send one
 * @param visitor who signed in
 * @param said the key of what was just done, to be said once at the top
 */
public record Frame(
        Site site,
        View view,
        String here,
        String token,
        Optional<Principal> visitor,
        Optional<String> said) {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter CHINESE_DAY =
            DateTimeFormatter.ofPattern("M月d日", Locale.CHINA);
    private static final DateTimeFormatter ENGLISH_DAY =
            DateTimeFormatter.ofPattern("d MMM", Locale.UK);

    /** A sentence of the bundle. */
    public String say(String key, Object... arguments) {
        return Wording.in(view.language()).say(key, arguments);
    }

    /** Whether the bundle has words for this key. */
    public boolean knows(String key) {
        return Wording.in(view.language()).knows(key);
    }

    /** A sentence that brings both its languages. */
    public String say(Sentence sentence) {
        return sentence.in(view.language());
    }

    public String asset(String name) {
        return site.assets().url(name);
    }

    public boolean is(Role role) {
        return visitor.filter(known -> known.is(role)).isPresent();
    }

    /** The visitor's name; empty for a stranger. */
    public String name() {
        return visitor.map(known -> known.owner().name()).orElse("");
    }

    /** The same for whoever looks over a shoulder: citizens' and agents' names are masked. */
    public String shownName() {
        return is(Role.CITIZEN) || is(Role.AGENT) ? Mask.name(name()) : name();
    }

    public boolean english() {
        return view.tag().equals("en");
    }

    /** {@code ¥1,830.70} */
    public String yuan(Fen amount) {
        return "¥" + amount.grouped();
    }

    /** To the minute, in Shanghai. */
    public String minute(Instant instant) {
        return MINUTE.format(instant.atZone(ZONE));
    }

    /** To the second, in Shanghai. */
    public String second(Instant instant) {
        return SECOND.format(instant.atZone(ZONE));
    }

    /** 11月27日, or 27 Nov. */
    public String day(LocalDate date) {
        return (english() ? ENGLISH_DAY : CHINESE_DAY).format(date);
    }

    /** A key's place in the page if the visitor wants keys bound, else nothing. */
    public String shortcut(String key) {
        return view.shortcuts() ? key : "";
    }
}
