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
 * issuer, total, claimable, replaces?, red?, reds[]?, other?, shares[], attested[]?}}. In CONFLICT
 * a second content was sealed for the same place, {@code other} holds it, and a person decides.
 *
 * @param provenance whose word the content is
 * @param content what was opened first
 * @param replaces where the bill stands that this one replaces
 * @param other what was opened second, if it differs
 * @param red where the red bill stands that took it back
 * @param waiting red bills that wait until an issuer's content shows whether they count
 * @param taken what payers took of it, the oldest first
 * @param attested payments that took nothing of it, the oldest first
 */
public record OpenedBill(
        Provenance provenance,
        SealedContent content,
        Optional<BillIndex> replaces,
        Optional<SealedContent> other,
        Optional<BillIndex> red,
        List<RedBill> waiting,
        BillShares taken,
        List<Attestation> attested)
        implements LedgerBill {
    /** How many attestations a bill keeps; the oldest make room. */
    public static final int MOST_ATTESTED = 64;

    private static final Set<String> FIELDS =
            Set.of(
                    "state",
                    "provenance",
                    "fingerprint",
                    "issuer",
                    "total",
                    "claimable",
                    "replaces",
                    "red",
                    "reds",
                    "other",
                    "shares",
                    "attested");

    public OpenedBill {
        waiting = List.copyOf(waiting);
        attested = List.copyOf(attested);
    }

    /** A bill nobody has taken anything of. */
    public static OpenedBill of(SealedContent content) {
        return new OpenedBill(
                Provenance.ISSUED,
                content,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                new BillShares(List.of()),
                List.of());
    }

    static OpenedBill read(Json.Members value) throws FieldException {
        value.only(FIELDS);
        Optional<Json.Members> other = value.optionalObject("other");
        return new OpenedBill(
                Provenance.of(value.text("provenance")),
                SealedContent.read(value),
                index(value, "replaces"),
                other.isPresent() ? Optional.of(SealedContent.read(other.get())) : Optional.empty(),
                index(value, "red"),
                readAll(value, "reds", RedBill::read),
                new BillShares(readAll(value, "shares", Share::read)),
                readAll(value, "attested", Attestation::read));
    }

    private static Optional<BillIndex> index(Json.Members value, String name)
            throws FieldException {
        return value.has(name)
                ? Optional.of(BillIndex.ofHex(name, value.text(name)))
                : Optional.empty();
    }

    private static <T> List<T> readAll(Json.Members value, String name, Reader<T> reader)
            throws FieldException {
        List<T> all = new ArrayList<>();
        if (value.has(name)) {
            for (Json.Members entry : value.items(name).objects(name)) {
                all.add(reader.read(entry));
            }
        }
        return all;
    }

    private interface Reader<T> {
        T read(Json.Members value) throws FieldException;
    }

    @Override
    public Json.Members json() {
        Json.Writer out = Json.object().put("state", state()).put("provenance", provenance.name());
        content.writeTo(out)
                .putText("replaces", replaces.map(BillIndex::hex))
                .putText("red", red.map(BillIndex::hex));
        other.ifPresent(second -> out.put("other", second.writeTo(Json.object()).end()));
        if (!waiting.isEmpty()) {
            out.put("reds", waiting.stream().map(RedBill::json).toList());
        }
        if (!attested.isEmpty()) {
            out.put("attested", attested.stream().map(Attestation::json).toList());
        }
        return out.put("shares", shares().stream().map(Share::json).toList()).end();
    }

    /** OPEN or CONFLICT. */
    public String state() {
        return other.isPresent() ? "CONFLICT" : "OPEN";
    }

    /** What payers took of it, the oldest first. */
    public List<Share> shares() {
        return taken.all();
    }

    public boolean isReversed() {
        return red.isPresent();
    }

    /** What is left to take: the claimable amount, nothing once reversed, less what is occupied. */
    public long free() {
        return (isReversed() ? 0 : content.claimable().value()) - taken.occupied();
    }

    public boolean isFree(Fen amount) {
        return amount.value() <= free();
    }

    /** The share that keeps a payer of this class out. */
    public Optional<Share> excluding(PayerClass payerClass, PayerId payer) {
        return shares().stream().filter(share -> share.excludes(payerClass, payer)).findFirst();
    }

    /** The shares of a claim, the latest first; a share in parts is several. */
    public List<Share> sharesOf(PayerId payer, ClaimNumber claim) {
        return shares().reversed().stream().filter(s -> s.isOf(payer, claim)).toList();
    }

    /** The latest share of a claim. */
    public Optional<Share> shareOf(PayerId payer, ClaimNumber claim) {
        return sharesOf(payer, claim).stream().findFirst();
    }

    /** What a claim attested, the latest. */
    public Optional<Attestation> attestedBy(PayerId payer, ClaimNumber claim) {
        return attested.reversed().stream().filter(a -> a.isOf(payer, claim)).findFirst();
    }

    /** The bill with a new share, if there is room or a finished one makes room. */
    public Optional<OpenedBill> with(Share share) {
        return taken.with(share).map(this::with);
    }

    /** The bill with other shares. */
    public OpenedBill with(BillShares changed) {
        return new OpenedBill(
                provenance, content, replaces, other, red, waiting, changed, attested);
    }

    /** The bill with one attestation more. */
    public OpenedBill with(Attestation attestation) {
        List<Attestation> more = new ArrayList<>(attested);
        more.add(attestation);
        return new OpenedBill(
                provenance,
                content,
                replaces,
                other,
                red,
                waiting,
                taken,
                more.subList(Math.max(0, more.size() - MOST_ATTESTED), more.size()));
    }

    /** The bill with one of its shares put in another's place. */
    public OpenedBill replace(Share before, Share after) {
        return with(taken.replace(before, after));
    }

    /** The bill taken back: what was held is released, what was stamped is recovered. */
    public OpenedBill reversedBy(BillIndex redBill) {
        return new OpenedBill(
                provenance,
                content,
                replaces,
                other,
                Optional.of(redBill),
                waiting,
                taken.reversed(),
                attested);
    }

    /** The bill once a second content was seen; the first of the others is kept. */
    public OpenedBill contradictedBy(SealedContent second) {
        return new OpenedBill(
                provenance,
                content,
                replaces,
                Optional.of(other.orElse(second)),
                red,
                waiting,
                taken,
                attested);
    }

    /** The bill as this one, or its paper, or nobody's word makes it known. */
    public OpenedBill known(Provenance by, SealedContent as, Optional<BillIndex> instead) {
        return new OpenedBill(by, as, instead, other, red, waiting, taken, attested);
    }

    /** The bill with these red bills waiting. */
    public OpenedBill awaiting(List<RedBill> reds) {
        return new OpenedBill(provenance, content, replaces, other, red, reds, taken, attested);
    }
}
