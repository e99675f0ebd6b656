package io.yipiao.gateway.web;

import io.yipiao.verifier.verdict.VerdictKind;

/** Pictures of 24 × 24, drawn with one line; each says its verdict or state without colour. */
public enum Icon {
    UNREAD("M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M9 12h6"),
    CROSS("M5 5l14 14M19 5L5 19"),
    QUESTION("M8 9a4 4 0 1 1 6 3.4c-1.4.9-2 1.6-2 3.1M12 19.5v.5"),
    KEY("M14 10a4 4 0 1 0-4 4 4 4 0 0 0 4-4zM13 13l8 8M18 18l-2 2"),
    TWICE("M8 4v10M8 19v1M16 4v10M16 19v1"),
    BACK("M9 5L4 10l5 5M4 10h10a6 6 0 0 1 0 12h-3"),
    BOLT("M13 2L5 14h6l-1 8 8-12h-6z"),
    DOTS("M5 12h.5M12 12h.5M19 12h.5"),
    FULL("M5 5h14v14H5zM8 8h8v8H8zM10 10h4v4h-4z"),
    CLOCK("M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM12 7v5l4 2"),
    AWAY("M7 17L17 7M8 7h9v9"),
    HALF("M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM12 3v18M12 7h3M12 12h5M12 17h3"),
    SWAP("M4 8h14l-4-4M20 16H6l4 4"),
    TICK("M4 13l5 5L20 7"),
    INFO("M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM12 11v6M12 7v.5"),
    WARN("M12 3l10 18H2zM12 10v5M12 18v.5"),
    SCAN("M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M4 12h16"),
    PAUSE("M8 5v14M16 5v14"),
    AHEAD("M17 12a5 5 0 1 1-10 0 5 5 0 0 1 10 0z");

    private final String path;

    Icon(String path) {
        this.path = path;
    }

    /** What a path element draws. */
    public String path() {
        return path;
    }

    /** The picture of a verdict. */
    public static Icon of(VerdictKind kind) {
        return switch (kind) {
            case UNREAD -> UNREAD;
            case ALTERED -> CROSS;
            case UNKNOWN -> QUESTION;
            case REVOKED -> KEY;
            case CONFLICT -> TWICE;
            case REVERSED, PART_REVERSED -> BACK;
            case NO_LEDGER -> BOLT;
            case UNREGISTERED -> DOTS;
            case FULL -> FULL;
            case HELD -> CLOCK;
            case ELSEWHERE -> AWAY;
            case PARTLY -> HALF;
            case EXCHANGED -> SWAP;
            case OPEN -> TICK;
        };
    }

    /** The picture of a notice of this tone. */
    public static Icon ofTone(String tone) {
        return switch (tone) {
            case "good" -> TICK;
            case "stop" -> CROSS;
            case "wait" -> WARN;
            default -> INFO;
        };
    }
}
