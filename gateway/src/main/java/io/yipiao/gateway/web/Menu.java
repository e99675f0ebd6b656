package io.yipiao.gateway.web;

import io.yipiao.gateway.access.Page;

import java.util.Comparator;
import java.util.List;

/**
 * A link of the menu.
 *
 * @param key of its words
 */
public record Menu(Page page, String key) {
    private static final List<Menu> ALL =
            List.of(
                    new Menu(Page.SCAN, "menu.scan"),
                    new Menu(Page.CHECK, "menu.check"),
                    new Menu(Page.BILLS, "menu.bills"),
                    new Menu(Page.CLAIMS, "menu.claims"),
                    new Menu(Page.FAMILY, "menu.family"),
                    new Menu(Page.DESK, "menu.desk"),
                    new Menu(Page.RECOVERIES, "recovery.title"),
                    new Menu(Page.AUDIT, "menu.audit"),
                    new Menu(Page.BUREAU, "menu.bureau"),
                    new Menu(Page.BUREAU_LEDGER, "bureau.ledger"),
                    new Menu(Page.HOSPITAL, "hospital.menu"),
                    new Menu(Page.WINDOW, "hospital.window"),
                    new Menu(Page.SERIES, "hospital.series"),
                    new Menu(Page.KEYS, "hospital.keys"),
                    new Menu(Page.MESSAGES, "menu.messages"),
                    new Menu(Page.ME, "menu.me"));

    /** What a visitor finds in the menu of every page. */
    public static List<Menu> of(Frame frame) {
        return ALL.stream().filter(entry -> entry.page().admits(frame.visitor())).toList();
    }

    /**
     * How this is where he is, as {@code aria-current} spells it: {@code page} itself, or {@code
     * true} for a page below it that has no link of its own; empty if he is elsewhere.
     */
    public String current(Frame frame) {
        String here = frame.here().replaceFirst("[?#].*", "");
        if (here.equals(page.path())) {
            return "page";
        }
        boolean nearest =
                of(frame).stream()
                        .filter(entry -> entry.holds(here))
                        .max(Comparator.comparingInt(entry -> entry.page().path().length()))
                        .filter(this::equals)
                        .isPresent();
        return nearest ? "true" : "";
    }

    private boolean holds(String here) {
        return here.equals(page.path()) || here.startsWith(page.path() + "/");
    }
}
