package io.yipiao.gateway.ledger.model;

/** The model's no, by the code that the ledger should refuse with. */
final class No extends Exception {
    private final String code;

    No(String code) {
        super(code, null, false, false);
        this.code = code;
    }

    String code() {
        return code;
    }

    static void when(boolean refused, String code) throws No {
        if (refused) {
            throw new No(code);
        }
    }
}
