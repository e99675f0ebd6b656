package io.yipiao.gateway.web.desk;

/**
 * The page between a decision and its stamp.
 *
 * @param question what is about to happen, and that it cannot be undone
 * @param button what the button says
 * @param kind of the button
 * @param lines the lines that are disallowed; empty if none
 * @param before what the sheet gave with them; empty if it is the same
 * @param path of the case
 */
public record ConfirmView(
        String question,
        String button,
        String kind,
        String lines,
        String before,
        RulingForm form,
        String path) {}
