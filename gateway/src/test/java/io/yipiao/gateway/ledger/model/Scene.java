package io.yipiao.gateway.ledger.model;

import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.Relation;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.canonical.Sm3;
import io.yipiao.verifier.fingerprint.Core;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.fingerprint.Salt;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The bills of one sequence, which no other sequence has: a bill, a second content of its number,
 * the one that replaces it, red bills of all kinds, papers of it and papers of papers, and what
 * payers say of it.
 */
final class Scene {
    /** What is in a scene, in the order in which it is sealed. */
    enum Bill {
        BILL,
        BILL_OTHER,
        BILL_DEARER,
        REPLACING,
        REPLACING_OF_STRANGER,
        RED,
        RED_OTHER,
        RED_AGAIN,
        RED_WRONG,
        RED_OF_STRANGER,
        RED_OF_REPLACING,
        RED_OF_ITSELF,
        PAPER,
        PAPER_OTHER,
        PAPER_AGAIN,
        PAPER_DEARER,
        PAPER_OF_REPLACING,
        PAPER_OF_STRANGER,
        RED_OF_PAPER,
        CLAIMED,
        CLAIMED_DEARER,
        CLAIMED_PAPER;

        /** Whether nobody here sealed it. */
        boolean isClaimed() {
            return name().startsWith("CLAIMED");
        }

        /** Whether the second hospital sealed it. */
        boolean isOfStranger() {
            return name().endsWith("STRANGER");
        }
    }

    static final long CLAIMABLE = 700;

    private static final int ELSEWHERE = Integer.MAX_VALUE;
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private final String code;
    private final String paperCode;
    private final long first;
    private final int hospital;
    private final int stranger;

    /**
     * @param code 6 digits that begin its bill codes
     * @param first the first of ten numbers
     */
    Scene(String code, long first, int hospital, int stranger) {
        this.code = code + "26";
        this.paperCode =
                (char) (code.charAt(0) == '9' ? '8' : code.charAt(0) + 1)
                        + code.substring(1)
                        + "26";
        this.first = first;
        this.hospital = hospital;
        this.stranger = stranger;
    }

    String code() {
        return code;
    }

    String paperCode() {
        return paperCode;
    }

    long first() {
        return first;
    }

    Opening opening(Bill which) {
        int issuer = which.isOfStranger() ? stranger : hospital;
        long total = 2 * CLAIMABLE;
        return switch (which) {
            case BILL -> of(which, issuer, fiscal(0), total, CLAIMABLE, Optional.empty());
            case BILL_OTHER -> of(which, issuer, fiscal(0), total, CLAIMABLE, Optional.empty());
            case BILL_DEARER -> of(which, issuer, fiscal(0), total, 900, Optional.empty());
            case REPLACING -> of(which, issuer, fiscal(1), 1_000, 500, replaces(fiscal(0)));
            case REPLACING_OF_STRANGER ->
                    of(which, issuer, fiscal(8), 1_000, 500, replaces(fiscal(0)));
            case RED, RED_OTHER -> red(which, issuer, 2, total, fiscal(0));
            case RED_AGAIN -> red(which, issuer, 3, total, fiscal(0));
            case RED_WRONG -> red(which, issuer, 4, total - 1, fiscal(0));
            case RED_OF_STRANGER -> red(which, issuer, 2, total, fiscal(0));
            case RED_OF_REPLACING -> red(which, issuer, 5, 1_000, fiscal(1));
            // A fiscal bill and a paper of one code and number stand at one place.
            case RED_OF_ITSELF ->
                    of(
                            which,
                            issuer,
                            fiscal(9),
                            total,
                            total,
                            Optional.of(
                                    new Relation(
                                            Relation.Kind.REVERSES,
                                            new BillId(BillId.Kind.PAPER, code, number(9)))));
            case PAPER, PAPER_OTHER -> paper(which, issuer, 0, CLAIMABLE, fiscal(0));
            case PAPER_AGAIN -> paper(which, issuer, 1, CLAIMABLE, paper(0));
            case PAPER_DEARER -> paper(which, issuer, 2, 650, fiscal(0));
            case PAPER_OF_REPLACING -> paper(which, issuer, 3, 500, fiscal(1));
            case PAPER_OF_STRANGER -> paper(which, issuer, 4, CLAIMABLE, fiscal(0));
            case RED_OF_PAPER -> red(which, issuer, 6, total, paper(1));
            case CLAIMED -> of(which, ELSEWHERE, fiscal(0), total, CLAIMABLE, Optional.empty());
            case CLAIMED_DEARER -> of(which, ELSEWHERE, fiscal(0), total, 600, Optional.empty());
            case CLAIMED_PAPER ->
                    of(which, ELSEWHERE, paper(0), total, CLAIMABLE, Optional.empty());
        };
    }

    /** All identities that anything in it bears or speaks of. */
    List<BillId> identities() {
        List<BillId> ids = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            ids.add(fiscal(i));
        }
        for (int i = 0; i < 5; i++) {
            ids.add(paper(i));
        }
        ids.add(new BillId(BillId.Kind.PAPER, code, number(9)));
        return ids;
    }

    private Opening red(Bill which, int issuer, int number, long total, BillId of) {
        Relation reverses = new Relation(Relation.Kind.REVERSES, of);
        return of(which, issuer, fiscal(number), total, total, Optional.of(reverses));
    }

    private Opening paper(Bill which, int issuer, int number, long claimable, BillId of) {
        Relation exchanges = new Relation(Relation.Kind.EXCHANGES, of);
        long total = which == Bill.PAPER_OF_REPLACING ? 1_000 : 2 * CLAIMABLE;
        return of(which, issuer, paper(number), total, claimable, Optional.of(exchanges));
    }

    private static Optional<Relation> replaces(BillId of) {
        return Optional.of(new Relation(Relation.Kind.REPLACES, of));
    }

    private Opening of(
            Bill which,
            int issuer,
            BillId id,
            long total,
            long claimable,
            Optional<Relation> relation) {
        Core core = new Core(id, issuer, new Fen(total), new Fen(claimable), DAY, relation);
        Digest seed = new Sm3("model/" + which).add(core.bytes()).digest();
        return new Opening(
                core,
                Salt.of(Arrays.copyOf(seed.bytes(), Salt.LENGTH)),
                new Sm3("person").add(seed).digest(),
                new Sm3("leaves").add(seed).digest());
    }

    private BillId fiscal(int number) {
        return new BillId(BillId.Kind.FISCAL, code, number(number));
    }

    private BillId paper(int number) {
        return new BillId(BillId.Kind.PAPER, paperCode, number(number));
    }

    private String number(int number) {
        return "%010d".formatted(first + number);
    }
}
