package io.yipiao.network.fire;

/** What a client may ask of a bill, and in which state that leaves the claim's share. */
public enum Asked {
    /** The issuer's word that the bill is on the ledger; its amount is what may be claimed. */
    ANCHOR("", ""),
    HOLD("HELD", ""),
    STAMP("STAMPED", "HELD"),
    RELEASE("RELEASED", "HELD"),
    REVOKE("RECOVERING", "STAMPED"),
    REPAY("REPAID", "RECOVERING"),
    /** A red bill. */
    REVERSE("", "");

    private final String state;
    private final String before;

    Asked(String state, String before) {
        this.state = state;
        this.before = before;
    }

    /** The state in which it leaves a share; empty if it is not about one share. */
    String state() {
        return state;
    }

    /** Whether a share in this state may have been left there by it and moved on since. */
    boolean mayBecome(String later) {
        return switch (this) {
            case HOLD -> true;
            case STAMP -> !later.equals("HELD") && !later.equals("RELEASED");
            case RELEASE -> later.equals("RELEASED");
            case REVOKE ->
                    !later.equals("HELD") && !later.equals("RELEASED") && !later.equals(before);
            case REPAY -> later.equals("REPAID");
            case ANCHOR, REVERSE -> false;
        };
    }
}
