package io.yipiao.chaincode.query;

import io.yipiao.chaincode.record.AliasBill;
import io.yipiao.chaincode.record.AnchoredBatch;
import io.yipiao.chaincode.record.AwaitingBill;
import io.yipiao.chaincode.record.ClaimNumber;
import io.yipiao.chaincode.record.LedgerBill;
import io.yipiao.chaincode.record.OpenedBill;
import io.yipiao.chaincode.record.PayerId;
import io.yipiao.chaincode.record.Records;
import io.yipiao.chaincode.record.Share;
import io.yipiao.chaincode.state.IndexKeys;
import io.yipiao.chaincode.state.LedgerState;
import io.yipiao.chaincode.state.Overlay;
import io.yipiao.chaincode.state.Proposal;
import io.yipiao.chaincode.state.Refusal;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.fingerprint.BillIndex;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.receipt.ShareState;
import io.yipiao.verifier.verdict.RefusalCode;

import java.util.List;
import java.util.Optional;

/**
 * What a receipt is made of. {@code index, payer, claim} → how the bill stands, with that one share
 * if there is one and no other payer's, its other {@code parts} if it stands in parts, and what the
 * claim {@code attested}; {@code issuer, root} → the batch.
 */
public final class Prove implements Query {

    @Override
    public Json answer(Proposal proposal, LedgerState state, IndexKeys keys)
            throws FieldException, Refusal {
        Records records = new Records(Overlay.over(state));
        return switch (proposal.size()) {
            case 2 -> batch(proposal, records);
            case 3 -> share(proposal, records);
            default ->
                    throw new FieldException(
                            "arguments",
                            "index, payer, claim, or issuer, root",
                            Integer.toString(proposal.size()));
        };
    }

    private static Json.Members batch(Proposal proposal, Records records)
            throws FieldException, Refusal {
        int issuer = number(proposal.text(1));
        Digest root = Digest.ofHex("root", proposal.text(2));
        Optional<AnchoredBatch> batch = records.batch(issuer, root);
        if (batch.isEmpty()) {
            throw new Refusal(RefusalCode.UNKNOWN_BATCH, "no such batch is anchored");
        }
        return Json.object()
                .put("issuer", issuer)
                .put("root", root.hex())
                .put("size", batch.get().size())
                .put("keySeq", batch.get().keySeq())
                .end();
    }

    private static Json.Members share(Proposal proposal, Records records)
            throws FieldException, Refusal {
        BillIndex index = BillIndex.ofHex("index", proposal.text(1));
        PayerId payer = PayerId.of(proposal.text(2));
        ClaimNumber claim = ClaimNumber.of(proposal.text(3));
        Optional<LedgerBill> bill = records.bill(index);
        if (bill.isEmpty()) {
            throw new Refusal(RefusalCode.UNKNOWN_BILL, "nothing stands at this index");
        }
        Json.Writer out = Json.object().put("index", index.hex());
        return switch (bill.get()) {
            case AwaitingBill awaiting -> out.put("state", AwaitingBill.STATE).end();
            case OpenedBill opened -> opened(opened, payer, claim, out);
            case AliasBill alias ->
                    out.put("state", alias.state())
                            .put("claimable", alias.content().claimable().value())
                            .put("fingerprint", alias.content().fingerprint().hex())
                            .put("aliasOf", alias.aliasOf().hex())
                            .end();
        };
    }

    private static Json.Members opened(
            OpenedBill bill, PayerId payer, ClaimNumber claim, Json.Writer out) {
        out.put("state", bill.state())
                .put("claimable", bill.content().claimable().value())
                .put("fingerprint", bill.content().fingerprint().hex())
                .putText("red", bill.red().map(BillIndex::hex));
        List<Share> shares = bill.sharesOf(payer, claim);
        shares.stream().findFirst().ifPresent(share -> out.put("share", share.receipt()));
        List<Json.Members> parts =
                shares.stream()
                        .skip(1)
                        .filter(share -> share.state() != ShareState.RELEASED)
                        .map(Share::receipt)
                        .toList();
        if (!parts.isEmpty()) {
            out.put("parts", parts);
        }
        bill.attestedBy(payer, claim)
                .ifPresent(attested -> out.put("attested", attested.receipt()));
        return out.end();
    }

    private static int number(String text) throws FieldException {
        if (!text.matches("[1-9][0-9]{0,9}") || Long.parseLong(text) > Integer.MAX_VALUE) {
            throw new FieldException("issuer", "an issuer's number", text);
        }
        return Integer.parseInt(text);
    }
}
