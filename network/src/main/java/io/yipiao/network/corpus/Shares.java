package io.yipiao.network.corpus;

/** Splits a whole by weights, to the unit. */
final class Shares {
    private Shares() {}

    /** Whole shares of at least one each, whose sum is the total exactly. */
    static int[] of(int total, double[] weights) {
        double all = 0;
        for (double weight : weights) {
            all += weight;
        }
        int free = total - weights.length;
        int[] shares = new int[weights.length];
        double sum = 0;
        long given = 0;
        for (int i = 0; i < shares.length; i++) {
            sum += weights[i];
            long until = i == shares.length - 1 ? free : Math.round(free * (sum / all));
            shares[i] = (int) (1 + until - given);
            given = until;
        }
        return shares;
    }
}
