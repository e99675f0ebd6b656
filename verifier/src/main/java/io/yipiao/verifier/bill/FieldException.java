package io.yipiao.verifier.bill;

/** Bad input: a named field does not hold what its format asks for. */
public final class FieldException extends Exception {
    private final String field;
    private final String expected;
    private final String found;

    /**
     * @param field where the fault stands, a path such as {@code lines[3].amount}
     * @param expected what the format asks for
     * @param found what stands there instead; long text is cut to 80 characters
     */
    public FieldException(String field, String expected, String found) {
        super(field + ": expected " + expected + ", found " + cut(found));
        this.field = field;
        this.expected = expected;
        this.found = cut(found);
    }

    public String field() {
        return field;
    }

    public String expected() {
        return expected;
    }

    public String found() {
        return found;
    }

    /** The same fault, seen from the object that holds the field. */
    public FieldException under(String parent) {
        return new FieldException(parent + "." + field, expected, found);
    }

    private static String cut(String text) {
        return text.length() <= 80 ? text : text.substring(0, 79) + "…";
    }
}
