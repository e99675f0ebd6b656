package io.yipiao.gateway.ledger;

/** The members of the channel, by the names of their MSPs. */
public enum Organisation {
    INSURANCE("InsuranceMSP"),
    HOSPITAL("HospitalMSP"),
    FINANCE("FinanceMSP");

    private final String msp;

    Organisation(String msp) {
        this.msp = msp;
    }

    public String msp() {
        return msp;
    }

    /** The member whose MSP this is; an {@link IllegalArgumentException} if there is none. */
    public static Organisation ofMsp(String msp) {
        for (Organisation organisation : values()) {
            if (organisation.msp.equals(msp)) {
                return organisation;
            }
        }
        throw new IllegalArgumentException("no member of the channel: " + msp);
    }
}
