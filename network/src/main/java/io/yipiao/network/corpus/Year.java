package io.yipiao.network.corpus;

import java.util.Arrays;
import java.util.SplittableRandom;

/** How many bills each hospital issues in a year, and how many lines each bill has. */
final class Year {
    private static final double SKEW = 0.8;

    /** One bill in five is of a stay; it has some thirty times the lines of a visit's. */
    private static final int STAYS = 5;

    /** Each hospital's first bill, and behind them the number of all. */
    private final int[] firsts;

    private final int[] lines;

    private Year(int[] firsts, int[] lines) {
        this.firsts = firsts;
        this.lines = lines;
    }

    static Year drawn(long seed, int copy) {
        SplittableRandom random = new SplittableRandom(seed * 31 + copy);
        double[] sizes = new double[Corpus.HOSPITALS];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Math.pow(i + 1.0, -SKEW);
        }
        int[] bills = Shares.of(Corpus.BILLS, sizes);
        int[] firsts = new int[bills.length + 1];
        for (int i = 0; i < bills.length; i++) {
            firsts[i + 1] = firsts[i] + bills[i];
        }
        double[] lengths = new double[Corpus.BILLS];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = random.nextInt(STAYS) == 0 ? stay(random) : random.nextDouble(2, 25);
        }
        return new Year(firsts, Shares.of(Corpus.LINES, lengths));
    }

    /** Log-normal around 400 lines, and never so many that a bill could not hold them. */
    private static double stay(SplittableRandom random) {
        return Math.min(4_000, Math.exp(6 + 0.5 * random.nextGaussian()));
    }

    int first(Clinic clinic) {
        return firsts[clinic.place() - 1];
    }

    int[] lines(Clinic clinic) {
        return Arrays.copyOfRange(lines, first(clinic), firsts[clinic.place()]);
    }
}
