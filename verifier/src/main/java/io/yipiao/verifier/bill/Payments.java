package io.yipiao.verifier.bill;

/**
 * How the total was paid at the counter.
 *
 * @param fund 统筹基金支付: by the basic insurance's fund
 * @param other 其他支付: by other funds
 * @param account 个人账户支付: from the patient's personal account
 * @param cash 个人现金支付: by the patient, by whatever means
 */
public record Payments(Fen fund, Fen other, Fen account, Fen cash) {

    public Payments {
        // Four amounts below 2^40 cannot overflow a long.
        long sum = fund.value() + other.value() + account.value() + cash.value();
        if (sum > Fen.LARGEST) {
            throw new InvalidValue("sum", "at most " + Fen.LARGEST + " fen", sum + "");
        }
    }

    /** Builds payments from outside amounts. */
    public static Payments of(Fen fund, Fen other, Fen account, Fen cash) throws FieldException {
        return InvalidValue.orFault(() -> new Payments(fund, other, account, cash));
    }

    /** All four: the bill's total. */
    public Fen total() {
        return fund.plus(other).plus(account).plus(cash);
    }

    /** What the patient paid, account and cash: what may still be reimbursed. */
    public Fen claimable() {
        return account.plus(cash);
    }
}
