package io.yipiao.chaincode.record;

import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.receipt.ShareState;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one claim of one payer takes of a bill: {@code {payer, class, claim, fen, state, result?,
 * reason?, acts[]}}.
 *
 * @param payer who reimburses
 * @param payerClass as what
 * @param claim under which claim
 * @param fen how much
 * @param state where it stands
 * @param result the digest of the calculation it was stamped with
 * @param reason why a supervisor released it
 * @param acts what was done to it, in order
 */
public record Share(
        PayerId payer,
        PayerClass payerClass,
        ClaimNumber claim,
        Fen fen,
        ShareState state,
        Optional<Digest> result,
        Optional<String> reason,
        List<Act> acts) {

    public Share {
        acts = List.copyOf(acts);
    }

    static Share read(Json.Members value) throws FieldException {
        value.only(Set.of("payer", "class", "claim", "fen", "state", "result", "reason", "acts"));
        List<Act> acts = new ArrayList<>();
        for (Json.Members act : value.items("acts").objects("acts")) {
            acts.add(Act.read(act));
        }
        Optional<String> result = value.optionalText("result");
        return new Share(
                PayerId.of(value.text("payer")),
                PayerClass.of(value.text("class")),
                ClaimNumber.of(value.text("claim")),
                Fen.of("fen", value.whole("fen")),
                ShareState.of(value.text("state")),
                result.isPresent()
                        ? Optional.of(Digest.ofHex("result", result.get()))
                        : Optional.empty(),
                value.optionalText("reason"),
                acts);
    }

    Json.Members json() {
        return facts().putText("reason", reason)
                .put("acts", acts.stream().map(Act::json).toList())
                .end();
    }

    /** The share without why and how it came about: what a receipt shows. */
    public Json.Members receipt() {
        return facts().end();
    }

    /** Whether it and another of this payer and class would exclude each other while occupied. */
    public boolean excludes(PayerClass otherClass, PayerId other) {
        return state.isOccupied()
                && payerClass == otherClass
                && (payerClass != PayerClass.COMMERCIAL || payer.equals(other));
    }

    public boolean isOf(PayerId who, ClaimNumber which) {
        return payer.equals(who) && claim.equals(which);
    }

    /** The share in another state, with one act more. */
    public Share move(ShareState next, Fen amount, Act act) {
        List<Act> more = new ArrayList<>(acts);
        more.add(act);
        return new Share(payer, payerClass, claim, amount, next, result, reason, more);
    }

    /** The share in the state that a red bill leads it to; a finished one stays as it is. */
    public Share reversed() {
        ShareState next =
                ShareTransition.next(ShareOperation.REVERSE, state).stream()
                        .findFirst()
                        .orElse(state);
        return new Share(payer, payerClass, claim, fen, next, result, reason, acts);
    }

    /** A part of it in another state. What was done to the share stays with the rest. */
    Share part(Fen amount, ShareState next) {
        return new Share(payer, payerClass, claim, amount, next, result, reason, List.of());
    }

    /** What is left of it once a part is taken off. */
    Share reducedTo(Fen rest) {
        return new Share(payer, payerClass, claim, rest, state, result, reason, acts);
    }

    /** Both parts of a claim as one. */
    Share plus(Share other) {
        List<Act> more = new ArrayList<>(acts);
        more.addAll(other.acts);
        return new Share(
                payer, payerClass, claim, fen.plus(other.fen), state, result, reason, more);
    }

    /** Whether both are parts of one claim in one state, in which parts come together again. */
    boolean joins(Share other) {
        return state != ShareState.HELD
                && state != ShareState.RELEASED
                && state == other.state
                && isOf(other.payer, other.claim);
    }

    /** Whether the bill that replaces this one bears what can be borne there. */
    public boolean isNetted() {
        return acts.stream().anyMatch(act -> act.operation() == ShareOperation.NETTED);
    }

    public Share withResult(Digest sheet) {
        return new Share(payer, payerClass, claim, fen, state, Optional.of(sheet), reason, acts);
    }

    public Share withReason(Optional<String> why) {
        return new Share(payer, payerClass, claim, fen, state, result, why, acts);
    }

    private Json.Writer facts() {
        return Json.object()
                .put("payer", payer.text())
                .put("class", payerClass.name())
                .put("claim", claim.text())
                .put("fen", fen.value())
                .put("state", state.name())
                .putText("result", result.map(Digest::hex));
    }
}
