package io.yipiao.gateway.ledger.model;

import io.yipiao.gateway.ledger.model.Content.Kind;
import io.yipiao.gateway.ledger.model.Content.Related;
import io.yipiao.gateway.ledger.model.State.Range;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A bill as a call finds it that brings its content: opened, compared, promoted, pointed at by its
 * paper, or in conflict.
 *
 * @param index where the bill stands
 * @param place how it stands, or stands once this is written
 * @param same whether the content that came is the one that stands
 */
record Opened(String index, Place place, boolean same) {

    static Opened find(State state, Item item) throws No {
        check(item);
        Content content = item.bill();
        if (content.claimed()) {
            return elsewhere(state, content);
        }
        if (content.is(Kind.EXCHANGES)) {
            return paper(state, content);
        }
        Place standing = state.at(content.index());
        if (isBill(standing) && isKnownAs(standing, content)) {
            return new Opened(content.index(), standing, true);
        }
        judgeNumber(state, content.code(), content.number(), content.issuer());
        Optional<String> instead =
                content.is(Kind.REPLACES) ? Optional.of(content.other().index()) : Optional.empty();
        if (standing.awaiting()) {
            Place fresh = opening(standing, content).known("ISSUED", content, instead);
            return new Opened(content.index(), fresh, true);
        }
        if (!standing.alias() && !standing.provenance().equals("ISSUED")) {
            return promoted(content.index(), standing, "ISSUED", content, instead);
        }
        return new Opened(content.index(), standing.contradicted(content), false);
    }

    /** Whether what was sealed is shown well. */
    static void check(Item item) throws No {
        Content content = item.bill();
        if (content.claimed()) {
            No.when(content.related().isPresent(), "BAD_OPENING");
            return;
        }
        No.when(item.proof() == Item.Proof.NO_SUCH_BATCH, "UNKNOWN_BATCH");
        No.when(item.proof() == Item.Proof.OTHER_PLACE, "BAD_PROOF");
        No.when(item.proof() == Item.Proof.OTHERS_BATCH, "BAD_OPENING");
    }

    /** One step from a paper to its bill. */
    static String follow(State state, String index) {
        return state.at(index).aliasOf().orElse(index);
    }

    private static boolean isBill(Place place) {
        return !place.awaiting() && !place.alias();
    }

    private static boolean isKnownAs(Place place, Content content) {
        return place.bill().fingerprint().equals(content.fingerprint());
    }

    /** A bill that only red bills spoke of, with the first of them applied that counts. */
    private static Place opening(Place awaiting, Content content) throws No {
        Place fresh = Place.UNKNOWN.known("ISSUED", content, Optional.empty());
        return settled(awaiting.reds(), awaiting, fresh);
    }

    private static Place settled(List<Place.Red> reds, Place waited, Place bill) throws No {
        Place after = bill.after(reds);
        No.when(
                after.red().isEmpty() && waited.replacedBy().contains(after.bill().issuer()),
                "CONFLICT");
        return after;
    }

    private static Opened promoted(
            String index, Place before, String by, Content issued, Optional<String> instead) {
        boolean sameIssuer =
                before.provenance().equals("CLAIMED") || before.bill().issuer() == issued.issuer();
        Place known = before.known(by, issued, instead).after(before.reds());
        boolean news = instead.isPresent() || (known.red().isPresent() && before.red().isEmpty());
        boolean same =
                sameIssuer && before.bill().hasAmountsOf(issued) && !(news && before.isOccupied());
        Place place = same ? known : known.contradicted(before.bill());
        return new Opened(index, place.with(Part.within(issued.claimable(), place.parts())), same);
    }

    private static Opened elsewhere(State state, Content content) throws No {
        String index = follow(state, content.index());
        Place standing = state.at(index);
        if (!standing.awaiting()) {
            No.when(!standing.bill().hasAmountsOf(content), "CONFLICT");
            return new Opened(index, standing, true);
        }
        No.when(
                state.seriesOf(content.code()).stream()
                        .anyMatch(range -> range.holds(content.number())),
                "IN_SERIES");
        No.when(!standing.replacedBy().isEmpty(), "CONFLICT");
        Place fresh = Place.UNKNOWN.known("CLAIMED", content, Optional.empty());
        return new Opened(index, fresh.waiting(standing.reds()), true);
    }

    private static Opened paper(State state, Content paper) throws No {
        Place standing = state.at(paper.index());
        if (standing.alias() && isKnownAs(standing, paper)) {
            String bill = standing.aliasOf().orElseThrow();
            return compared(bill, standing, state.at(bill));
        }
        judgeNumber(state, paper.code(), paper.number(), paper.issuer());
        boolean claimed = isBill(standing) && standing.provenance().equals("CLAIMED");
        if (!standing.awaiting() && !claimed) {
            return new Opened(paper.index(), standing.contradicted(paper), false);
        }
        Related exchanged = paper.other();
        String index = follow(state, exchanged.index());
        No.when(!paper.paper() || index.equals(paper.index()), "BAD_OPENING");
        Place bill = ofPaper(state, index, exchanged, paper);
        bill = claimed ? joined(bill, standing) : bill;
        Place alias = Place.UNKNOWN.known("ISSUED", paper, Optional.empty()).pointingAt(index);
        state.put(paper.index(), alias);
        Opened found = compared(index, alias, settled(standing.reds(), standing, bill));
        return new Opened(index, found.place, found.same && found.place.other().isEmpty());
    }

    /** The bill of a paper; if it is not known, its paper opens it. */
    private static Place ofPaper(State state, String index, Related exchanged, Content paper)
            throws No {
        Place standing = state.at(index);
        Place bill = standing;
        if (standing.awaiting()) {
            No.when(exchanged.paper(), "WAITS");
            judgeNumber(state, exchanged.code(), exchanged.number(), paper.issuer());
            bill = opening(standing, paper).known("EXCHANGED", paper, Optional.empty());
        } else if (standing.provenance().equals("CLAIMED")) {
            bill = promoted(index, standing, "EXCHANGED", paper, Optional.empty()).place;
        }
        No.when(bill.bill().issuer() != paper.issuer(), "BAD_OPENING");
        return bill;
    }

    /** What was taken of a paper on a payer's word comes after what was taken of its bill. */
    private static Place joined(Place bill, Place claimed) {
        List<Part> all = new ArrayList<>(bill.parts());
        all.addAll(claimed.parts());
        long limit = bill.red().isPresent() ? 0 : bill.bill().claimable();
        Place joined =
                bill.with(Part.within(limit, Part.joined(all))).attesting(claimed.attested());
        boolean news = bill.replaces().isPresent() && claimed.isOccupied();
        return claimed.bill().hasAmountsOf(bill.bill()) && !news
                ? joined
                : joined.contradicted(claimed.bill());
    }

    /** A paper of other amounts is a second content of its bill. */
    private static Opened compared(String index, Place alias, Place bill) {
        if (!bill.bill().hasAmountsOf(alias.bill())) {
            return new Opened(index, bill.contradicted(alias.bill()), false);
        }
        return new Opened(index, alias.other().map(bill::contradicted).orElse(bill), true);
    }

    private static void judgeNumber(State state, String code, String number, long issuer)
            throws No {
        List<Range> ranges = state.seriesOf(code);
        Optional<Range> range = ranges.stream().filter(one -> one.holds(number)).findFirst();
        No.when(range.isPresent() && range.get().issuer() != issuer, "OFF_SERIES");
        No.when(
                range.isEmpty() && ranges.stream().anyMatch(one -> one.issuer() == issuer),
                "OFF_SERIES");
    }
}
