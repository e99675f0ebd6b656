package io.yipiao.chaincode.rules;

import io.yipiao.chaincode.record.AliasBill;
import io.yipiao.chaincode.record.AppliedRed;
import io.yipiao.chaincode.record.AwaitingBill;
import io.yipiao.chaincode.record.LedgerBill;
import io.yipiao.chaincode.record.OpenedBill;
import io.yipiao.chaincode.record.Provenance;
import io.yipiao.chaincode.record.RedBill;
import io.yipiao.chaincode.record.RedRecord;
import io.yipiao.chaincode.state.Proposal;
import io.yipiao.chaincode.state.Refusal;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.fingerprint.BillIndex;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.verdict.RefusalCode;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Applies a red bill (冲红): a fact that is always accepted, once. What was held of its original is
 * released, what was stamped is recovered. It counts only if its issuer and total are the
 * original's; if the original is not known yet, it waits at the original's place.
 */
public final class Reverse implements ItemRule<ReverseRequest> {

    @Override
    public ReverseRequest read(Json.Members item, int place, Proposal proposal)
            throws FieldException {
        return ReverseRequest.read(item, place, proposal);
    }

    @Override
    public List<BillId> identities(ReverseRequest request) {
        return request.opening().identities();
    }

    @Override
    public List<String> names(ReverseRequest request, Transaction transaction) throws Refusal {
        // Distinct: a red bill of itself is refused when its turn comes, not the call for it.
        return Stream.of(
                        transaction.index(request.red()).hex(),
                        Places.follow(request.original(), transaction).hex())
                .distinct()
                .toList();
    }

    @Override
    public Json.Members carryOut(ReverseRequest request, Transaction transaction) throws Refusal {
        request.opening().check(transaction);
        BillIndex place = transaction.index(request.red());
        BillIndex original = transaction.index(request.original());
        if (place.equals(original)) {
            throw new Refusal(RefusalCode.BAD_OPENING, "a red bill cannot take itself back");
        }
        int issuer = request.opening().issuer();
        RedRecord record = transaction.records().red(place);
        Optional<AppliedRed> applied = record.of(issuer);
        if (applied.isPresent()) {
            checkSame(applied.get(), request);
            return answer("ALREADY", original, place);
        }
        RedBill red = new RedBill(place, issuer, request.opening().core().total());
        AppliedRed.Outcome outcome = apply(red, original, transaction);
        transaction
                .records()
                .put(
                        place,
                        record.with(
                                new AppliedRed(issuer, original, request.fingerprint(), outcome)));
        return answer(outcome.name(), original, place);
    }

    private static AppliedRed.Outcome apply(RedBill red, BillIndex named, Transaction transaction) {
        // A red bill of a paper takes the one bill back that the paper is.
        BillIndex original = Places.follow(named, transaction);
        Optional<? extends LedgerBill> changed =
                switch (transaction.records().bill(original).orElse(AwaitingBill.UNKNOWN)) {
                    case AwaitingBill awaiting -> awaiting.with(red);
                    case OpenedBill opened -> takeBack(opened, red);
                    case AliasBill alias -> throw new IllegalStateException("a paper of a paper");
                };
        if (changed.isEmpty()) {
            return AppliedRed.Outcome.NOT_COUNTED;
        }
        transaction.records().put(original, changed.get());
        return changed.get() instanceof OpenedBill opened && opened.isReversed()
                ? AppliedRed.Outcome.REVERSED
                : AppliedRed.Outcome.AWAITING;
    }

    private static Optional<OpenedBill> takeBack(OpenedBill original, RedBill red) {
        if (original.provenance() == Provenance.CLAIMED) {
            // Whose bill it is nobody here has sealed yet.
            return AwaitingBill.of(original.waiting())
                    .with(red)
                    .map(waiting -> original.awaiting(waiting.reds()));
        }
        return original.isReversed() || !red.countsFor(original.content())
                ? Optional.empty()
                : Optional.of(original.reversedBy(red.index()));
    }

    private static void checkSame(AppliedRed applied, ReverseRequest request) throws Refusal {
        if (!applied.fingerprint().equals(request.fingerprint())) {
            throw new Refusal(
                    RefusalCode.CONFLICT, "another content of this red bill was applied before");
        }
    }

    private static Json.Members answer(String outcome, BillIndex original, BillIndex red) {
        return Json.object()
                .put("outcome", outcome)
                .put("index", original.hex())
                .put("red", red.hex())
                .end();
    }
}
