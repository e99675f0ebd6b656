package io.yipiao.gateway.web.citizen;

import io.yipiao.gateway.access.Page;
import io.yipiao.gateway.claim.Asked;
import io.yipiao.gateway.claim.ClaimDesk;
import io.yipiao.gateway.claim.Claimant;
import io.yipiao.gateway.claim.Submission;
import io.yipiao.gateway.web.Field;
import io.yipiao.gateway.web.NoPageException;
import io.yipiao.gateway.web.Pages;
import io.yipiao.gateway.web.Reply;
import io.yipiao.gateway.web.Visit;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.verdict.Sentence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Claiming: one bill from its page, or several from the list of all. A form bears a random key, so
 * that sending it again gives what it gave first.
 */
public final class ClaimingPages {
    private static final int MOST_BILLS = 50;
    private static final int LONGEST_KEY = 64;

    /** How long a form waits for the ledger, whatever was ticked in it. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ClaimDesk desk;
    private final MyBills mine;

    ClaimingPages(ClaimDesk desk, MyBills mine) {
        this.desk = desk;
        this.mine = mine;
    }

    void addTo(Pages pages) {
        pages.on(Page.BILLS, visit -> list(200, visit, List.of()))
                .on(Page.CLAIM_BILL, this::claimOne)
                .on(Page.CLAIM_BILLS, this::claimTicked);
    }

    /**
     * All bills of a visitor.
     *
     * @param cards the accounts that money would go to, by their last four digits
     * @param wrong what is missing, for the summary
     */
    public record BillList(List<BillRow> rows, List<String> cards, List<Field> wrong, String key) {
        public BillList {
            rows = List.copyOf(rows);
            cards = List.copyOf(cards);
            wrong = List.copyOf(wrong);
        }

        public boolean claimable() {
            return rows.stream().anyMatch(BillRow::claimable);
        }
    }

    /**
     * What became of a bill.
     *
     * @param claim its number; empty if there is none
     * @param why there is none; empty if there is one
     * @param next what to do
     * @param link where to do it; empty if by telephone
     */
    public record Outcome(String claim, String why, String next, String link) {}

    /** What became of several bills, of which some were not taken. */
    public record Outcomes(List<Outcome> outcomes) {
        public Outcomes {
            outcomes = List.copyOf(outcomes);
        }
    }

    private Reply list(int status, Visit visit, List<Field> wrong) {
        List<BillRow> rows = mine.of(visit);
        List<String> cards =
                rows.stream()
                        .filter(BillRow::claimable)
                        .flatMap(row -> row.offer().card().stream())
                        .distinct()
                        .toList();
        String key = visit.form().text("key");
        return Reply.page(
                status,
                "bills.jte",
                new BillList(
                        rows, cards, wrong, key.isEmpty() ? UUID.randomUUID().toString() : key));
    }

    private Reply claimOne(Visit visit) throws FieldException, NoPageException {
        UUID bill = uuid(visit.form().text("bill"));
        return switch (submit(visit, bill, key(visit), PATIENCE)) {
            case Submission.Taken taken -> Reply.moved("/claims/" + taken.claim().number().text());
            case Submission.NotTaken none when none.cause() == Submission.Cause.UNKNOWN_BILL ->
                    throw new NoPageException();
            case Submission.NotTaken none ->
                    Reply.page(
                            422,
                            "notclaimed.jte",
                            new Outcomes(List.of(refused(visit, none.cause(), "/Q"))));
        };
    }

    private Reply claimTicked(Visit visit) throws FieldException, NoPageException {
        Set<UUID> bills = new LinkedHashSet<>();
        for (String ticked : visit.form().all("bill")) {
            bills.add(uuid(ticked));
        }
        List<Field> wrong = wrong(visit, bills);
        if (!wrong.isEmpty()) {
            return list(422, visit, wrong);
        }
        String key = key(visit);
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<Outcome> outcomes = new ArrayList<>();
        for (UUID bill : bills) {
            outcomes.add(
                    switch (submit(visit, bill, key + "/" + bill, until(end))) {
                        case Submission.Taken taken ->
                                new Outcome(taken.claim().number().text(), "", "", "");
                        case Submission.NotTaken none -> refused(visit, none.cause(), "/bills");
                    });
        }
        if (outcomes.stream().anyMatch(outcome -> outcome.claim().isEmpty())) {
            return Reply.page(422, "notclaimed.jte", new Outcomes(outcomes));
        }
        return outcomes.size() == 1
                ? Reply.moved("/claims/" + outcomes.getFirst().claim())
                : Reply.done("/claims", "claimed");
    }

    private Submission submit(Visit visit, UUID bill, String key, Duration patience) {
        Asked asked = new Asked(bill, visit.form().all("emergency").contains(bill.toString()));
        return desk.service().submit(claimant(visit), asked, key, patience);
    }

    private static Duration until(long end) {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    private static List<Field> wrong(Visit visit, Set<UUID> bills) {
        List<Field> wrong = new ArrayList<>();
        if (bills.isEmpty() || bills.size() > MOST_BILLS) {
            String why = bills.isEmpty() ? "bills.none-ticked" : "bills.too-many";
            wrong.add(Field.text("bills", "").wrong(visit.say(why, MOST_BILLS)));
        }
        if (visit.form().text("confirmed").isEmpty()) {
            wrong.add(Field.text("confirmed", "").wrong(visit.say("bills.not-confirmed")));
        }
        return wrong;
    }

    private static Outcome refused(Visit visit, Submission.Cause cause, String back) {
        return new Outcome(
                "",
                visit.frame().say(new Sentence(cause.chinese(), cause.english())),
                visit.say("bills.refused." + cause.name()),
                switch (cause) {
                    case NO_ACCOUNT, OTHER_NAME -> "/me?back=" + back;
                    case KEY_REUSED -> "/bills";
                    case UNKNOWN_BILL, NOT_INSURED -> "";
                });
    }

    /** The same person, however he came in: the API's clients claim under this name too. */
    private static Claimant claimant(Visit visit) {
        return new Claimant("person/" + visit.person().hex(), visit.person());
    }

    private static String key(Visit visit) throws FieldException {
        String key = visit.form().text("key");
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            throw new FieldException("key", "1 to 64 characters", key.length() + " characters");
        }
        return key;
    }

    private static UUID uuid(String text) throws NoPageException {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NoPageException();
        }
    }
}
