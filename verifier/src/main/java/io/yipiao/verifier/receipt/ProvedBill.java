package io.yipiao.verifier.receipt;

import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.fingerprint.BillIndex;
import io.yipiao.verifier.fingerprint.Fingerprint;
import io.yipiao.verifier.reader.Json;

import java.util.Optional;
import java.util.Set;

/**
 * How a bill stands on the ledger, with one payer's share: {@code {index, state, claimable?,
 * fingerprint?, red?, share?}}.
 *
 * @param index where it stands
 * @param state AWAITING, OPEN, CONFLICT or ALIAS
 * @param claimable what the patient paid, once the bill was opened
 * @param fingerprint the bill's, once it was opened
 * @param red the red bill's index, if the bill was reversed
 * @param share the share that was asked for, if there is one
 */
public record ProvedBill(
        BillIndex index,
        String state,
        Optional<Fen> claimable,
        Optional<Fingerprint> fingerprint,
        Optional<BillIndex> red,
        Optional<ProvedShare> share)
        implements ProvedFact {

    static ProvedBill read(Json.Members in) throws FieldException {
        in.only(Set.of("index", "state", "claimable", "fingerprint", "red", "share"));
        return new ProvedBill(
                BillIndex.ofHex("index", in.text("index")),
                in.text("state"),
                in.has("claimable")
                        ? Optional.of(Fen.of("claimable", in.whole("claimable")))
                        : Optional.empty(),
                in.has("fingerprint")
                        ? Optional.of(
                                new Fingerprint(
                                        Digest.ofHex("fingerprint", in.text("fingerprint"))))
                        : Optional.empty(),
                in.has("red")
                        ? Optional.of(BillIndex.ofHex("red", in.text("red")))
                        : Optional.empty(),
                in.has("share")
                        ? Optional.of(ProvedShare.read(in.object("share")))
                        : Optional.empty());
    }

    @Override
    public String words() {
        return "the bill at index %s is %s%s%s, %s"
                .formatted(
                        index,
                        state,
                        red.isPresent() ? " and reversed" : "",
                        claimable.map(fen -> " with " + fen + " yuan claimable").orElse(""),
                        share.map(ProvedShare::words)
                                .orElse("and the payer has no share under this claim"));
    }
}
