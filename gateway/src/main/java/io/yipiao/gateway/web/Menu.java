package io.yipiao.gateway.web;

import io.yipiao.gateway.access.Page;

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

    /** Whether this is where he is. */
    public boolean here(Frame frame) {
        return frame.here().equals(page.path()) || frame.here().startsWith(page.path() + "?");
    }
}
