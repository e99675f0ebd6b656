package io.yipiao.chaincode.record;

import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.fingerprint.BillIndex;
import io.yipiao.verifier.reader.Json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A bill whose sealed content was opened: {@code {state: OPEN | CONFLICT, provenance, fingerprint,
 * issuer, total, claimable, red?, other?, shares[]}}. In CONFLICT a second content was sealed for
 * the same place, {@code other} holds it, and a person decides.
 *
 * @param content what was opened first
 * @param other what was opened second, if it differs
 * @param red where the red bill stands that took it back
 * @param shares what payers took of it, the oldest first
 */
public record OpenedBill(
        SealedContent content,
        Optional<SealedContent> other,
        Optional<BillIndex> red,
        List<Share> shares)
        implements LedgerBill {
    /** How many shares a bill keeps; finished ones make room, the oldest first. */
    public static final int MOST_SHARES = 64;

    private static final String PROVENANCE = "ISSUED";
    private static final Set<String> FIELDS =
            Set.of(
                    "state",
                    "provenance",
                    "fingerprint",
                    "issuer",
                    "total",
                    "claimable",
                    "red",
                    "other",
                    "shares");

    public OpenedBill {
        shares = List.copyOf(shares);
    }

    /** A bill nobody has taken anything of. */
    public static OpenedBill of(SealedContent content) {
        return new OpenedBill(content, Optional.empty(), Optional.empty(), List.of());
    }

    static OpenedBill read(Json.Members value) throws FieldException {
        value.only(FIELDS);
        if (!value.text("provenance").equals(PROVENANCE)) {
            throw new FieldException("provenance", PROVENANCE, value.text("provenance"));
        }
        Optional<Json.Members> other = value.optionalObject("other");
        Optional<String> red = value.optionalText("red");
        List<Share> shares = new ArrayList<>();
        for (Json.Members share : value.items("shares").objects("shares")) {
            shares.add(Share.read(share));
        }
        return new OpenedBill(
                SealedContent.read(value),
                other.isPresent() ? Optional.of(SealedContent.read(other.get())) : Optional.empty(),
                red.isPresent() ? Optional.of(BillIndex.ofHex("red", red.get())) : Optional.empty(),
                shares);
    }

    @Override
    public Json.Members json() {
        Json.Writer out = Json.object().put("state", state()).put("provenance", PROVENANCE);
        content.writeTo(out).putText("red", red.map(BillIndex::hex));
        other.ifPresent(second -> out.put("other", second.writeTo(Json.object()).end()));
        return out.put("shares", shares.stream().map(Share::json).toList()).end();
    }

    /** OPEN or CONFLICT. */
    public String state() {
        return other.isPresent() ? "CONFLICT" : "OPEN";
    }

    public boolean isReversed() {
        return red.isPresent();
    }

    /** What is left to take: the claimable amount, nothing once reversed, less what is occupied. */
    public long free() {
        long occupied =
                shares.stream()
                        .filter(share -> share.state().occupied())
                        .mapToLong(share -> share.fen().value())
                        .sum();
        return (isReversed() ? 0 : content.claimable().value()) - occupied;
    }

    public boolean isFree(Fen amount) {
        return amount.value() <= free();
    }

    /** The share that keeps a payer of this class out. */
    public Optional<Share> excluding(PayerClass payerClass, PayerId payer) {
        return shares.stream().filter(share -> share.excludes(payerClass, payer)).findFirst();
    }

    /** The latest share of a claim. */
    public Optional<Share> shareOf(PayerId payer, ClaimNumber claim) {
        return shares.reversed().stream().filter(s -> s.isOf(payer, claim)).findFirst();
    }

    /** The bill with a new share, if there is room or a finished one makes room. */
    public Optional<OpenedBill> with(Share share) {
        List<Share> more = new ArrayList<>(shares);
        more.add(share);
        for (int i = 0; more.size() > MOST_SHARES && i < more.size(); ) {
            if (more.get(i).state().occupied()) {
                i++;
            } else {
                more.remove(i);
            }
        }
        return more.size() > MOST_SHARES
                ? Optional.empty()
                : Optional.of(new OpenedBill(content, other, red, more));
    }

    /** The bill with one of its shares put in another's place. */
    public OpenedBill replace(Share before, Share after) {
        return withShares(shares.stream().map(s -> s.equals(before) ? after : s).toList());
    }

    /** The bill taken back: what was held is released, what was stamped is recovered. */
    public OpenedBill reversedBy(BillIndex redBill) {
        List<Share> reversed = shares.stream().map(Share::reversed).toList();
        return new OpenedBill(content, other, Optional.of(redBill), reversed);
    }

    /** The bill once a second content was seen; the first of the others is kept. */
    public OpenedBill contradictedBy(SealedContent second) {
        return new OpenedBill(content, Optional.of(other.orElse(second)), red, shares);
    }

    private OpenedBill withShares(List<Share> changed) {
        return new OpenedBill(content, other, red, changed);
    }
}
