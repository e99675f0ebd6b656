package io.yipiao.gateway.web;

import java.util.Optional;

/**
 * A field of a form, with what was typed and what is wrong with it.
 *
 * @param name also its id in the page
 * @param label a whole sentence of the bundle
 * @param type as HTML has it
 * @param hint what is expected; empty if the label says it
 * @param value what was typed
 * @param error what is wrong, starting with what to do; the summary says the same
 * @param autocomplete what browsers may fill in (HTML, 4.10.18.7)
 * @param mode which keyboard a phone shows
 */
public record Field(
        String name,
        String label,
        String type,
        String hint,
        String value,
        Optional<String> error,
        String autocomplete,
        String mode) {

    /** A field for text. */
    public static Field text(String name, String label) {
        return new Field(name, label, "text", "", "", Optional.empty(), "off", "text");
    }

    public Field withHint(String text) {
        return new Field(name, label, type, text, value, error, autocomplete, mode);
    }

    public Field withType(String other) {
        return new Field(name, label, other, hint, value, error, autocomplete, mode);
    }

    /** What browsers may fill in (HTML, 4.10.18.7), and which keyboard a phone shows. */
    public Field filledBy(String what, String keyboard) {
        return new Field(name, label, type, hint, value, error, what, keyboard);
    }

    /** The field as it came back; passwords are not repeated. */
    public Field filled(Form form) {
        String typed = type.equals("password") ? "" : form.text(name);
        return new Field(name, label, type, hint, typed, error, autocomplete, mode);
    }

    /** The field with a text that is known already. */
    public Field filled(String text) {
        return new Field(name, label, type, hint, text, error, autocomplete, mode);
    }

    public Field wrong(String why) {
        return new Field(name, label, type, hint, value, Optional.of(why), autocomplete, mode);
    }
}
