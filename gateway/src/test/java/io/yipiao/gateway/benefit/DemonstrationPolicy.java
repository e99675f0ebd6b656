package io.yipiao.gateway.benefit;

import java.util.Collection;

/** The demonstration's tables, read once for all tests. */
public final class DemonstrationPolicy {
    public static final Policy POLICY;
    public static final Collection<Insured> INSURED;

    static {
        try {
            POLICY = Policy.read(TableSource.demonstration());
            INSURED = Policy.readInsured(TableSource.demonstration());
        } catch (TableException e) {
            throw new AssertionError(e);
        }
    }

    private DemonstrationPolicy() {}
}
