package io.yipiao.gateway.ledger.model;

import io.yipiao.gateway.ledger.model.Item.Proof;
import io.yipiao.gateway.ledger.model.Scene.Bill;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * One try of a sequence, in words that fit every scene.
 *
 * @param bill what it brings, or whose place it names
 */
record Move(
        String function,
        String by,
        Bill bill,
        Proof proof,
        String payer,
        String claim,
        int n,
        long fen,
        boolean otherResult,
        Optional<String> reason,
        Optional<String> to) {
    static final List<String> PAYERS = List.of("basic", "serious", "commercial", "assistance");

    private static final List<String> FUNCTIONS =
            List.of(
                    "hold",
                    "hold",
                    "holdAndStamp",
                    "holdAndStamp",
                    "holdAndStamp",
                    "stamp",
                    "stamp",
                    "release",
                    "supervise",
                    "revoke",
                    "revoke",
                    "recover",
                    "recover",
                    "recover",
                    "amend",
                    "amend",
                    "writeOff",
                    "writeOff",
                    "net",
                    "net",
                    "attest",
                    "reverse",
                    "reverse",
                    "exchange");
    private static final List<Bill> CLAIMED =
            List.of(
                    Bill.BILL,
                    Bill.BILL,
                    Bill.BILL,
                    Bill.BILL,
                    Bill.BILL,
                    Bill.BILL,
                    Bill.BILL,
                    Bill.BILL,
                    Bill.BILL,
                    Bill.BILL,
                    Bill.BILL,
                    Bill.BILL,
                    Bill.BILL_OTHER,
                    Bill.BILL_DEARER,
                    Bill.REPLACING,
                    Bill.REPLACING,
                    Bill.REPLACING_OF_STRANGER,
                    Bill.RED,
                    Bill.PAPER,
                    Bill.PAPER_OTHER,
                    Bill.PAPER_AGAIN,
                    Bill.PAPER_DEARER,
                    Bill.PAPER_OF_REPLACING,
                    Bill.PAPER_OF_STRANGER,
                    Bill.CLAIMED,
                    Bill.CLAIMED_DEARER,
                    Bill.CLAIMED_PAPER);
    private static final List<Bill> RED =
            List.of(
                    Bill.RED,
                    Bill.RED,
                    Bill.RED_OTHER,
                    Bill.RED_AGAIN,
                    Bill.RED_WRONG,
                    Bill.RED_OF_STRANGER,
                    Bill.RED_OF_REPLACING,
                    Bill.RED_OF_ITSELF,
                    Bill.RED_OF_PAPER);
    private static final List<Bill> PAPERS =
            List.of(
                    Bill.PAPER,
                    Bill.PAPER,
                    Bill.PAPER_OTHER,
                    Bill.PAPER_AGAIN,
                    Bill.PAPER_DEARER,
                    Bill.PAPER_OF_REPLACING,
                    Bill.PAPER_OF_STRANGER);
    private static final List<Bill> NAMED =
            List.of(
                    Bill.BILL,
                    Bill.BILL,
                    Bill.BILL,
                    Bill.BILL,
                    Bill.BILL,
                    Bill.BILL,
                    Bill.REPLACING,
                    Bill.PAPER,
                    Bill.RED);
    private static final List<Bill> NETTED =
            List.of(Bill.REPLACING, Bill.REPLACING, Bill.REPLACING_OF_STRANGER);
    private static final List<Long> FEN =
            List.of(50L, 100L, 100L, 200L, 200L, 300L, 400L, 500L, 700L, 701L);

    /**
     * Most moves of a sequence are of one payer's claim, or none would ever come far.
     *
     * @param usual the sequence's payer
     */
    static Move random(Random random, String usual) {
        String drawn = one(random, FUNCTIONS);
        // Two calls of two administrators each: the ledger would do little else.
        drawn = drawn.equals("writeOff") ? one(random, FUNCTIONS) : drawn;
        boolean supervises = drawn.equals("supervise");
        String function = supervises ? "release" : drawn;
        String payer = random.nextInt(4) == 0 ? one(random, PAYERS) : usual;
        String by = random.nextInt(40) == 0 ? one(random, PAYERS) : payer;
        boolean intake = function.equals("reverse") || function.equals("exchange");
        boolean bare = intake || function.equals("release") || function.equals("attest");
        return new Move(
                function,
                by(function, by, supervises),
                bill(random, function),
                proof(random),
                intake ? "" : payer,
                intake ? "" : "C" + (random.nextInt(5) == 0 ? 1 : 0),
                intake ? 1 : 1 + random.nextInt(3),
                bare ? 0 : one(random, FEN),
                random.nextInt(12) == 0,
                reason(random, function, supervises),
                function.equals("recover")
                        ? Optional.of(random.nextBoolean() ? "REPAID" : "OFFSET")
                        : Optional.empty());
    }

    boolean bringsBill() {
        return switch (function) {
            case "hold", "holdAndStamp", "net", "attest", "reverse", "exchange" -> true;
            default -> false;
        };
    }

    boolean hasResult() {
        return switch (function) {
            case "holdAndStamp", "stamp", "amend", "net", "attest" -> true;
            default -> false;
        };
    }

    private static String by(String function, String payer, boolean supervises) {
        return switch (function) {
            case "reverse", "exchange" -> "intake";
            case "writeOff" -> "admin";
            default -> supervises ? "supervisor" : payer;
        };
    }

    private static Bill bill(Random random, String function) {
        return switch (function) {
            case "hold", "holdAndStamp", "attest" -> one(random, CLAIMED);
            case "net" -> one(random, NETTED);
            case "reverse" -> one(random, RED);
            case "exchange" -> one(random, PAPERS);
            default -> one(random, NAMED);
        };
    }

    private static Proof proof(Random random) {
        return random.nextInt(25) == 0 ? one(random, List.of(Proof.values())) : Proof.GOOD;
    }

    private static Optional<String> reason(Random random, String function, boolean supervises) {
        return switch (function) {
            case "writeOff" -> Optional.of("the patient left nothing");
            case "release" ->
                    random.nextInt(supervises ? 8 : 2) == 0
                            ? Optional.empty()
                            : Optional.of("so decided");
            case "revoke" -> random.nextBoolean() ? Optional.empty() : Optional.of("too much");
            default -> Optional.empty();
        };
    }

    private static <T> T one(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
