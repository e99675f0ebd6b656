package io.yipiao.verifier.receipt;

import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.fingerprint.BillIndex;
import io.yipiao.verifier.fingerprint.Fingerprint;
import io.yipiao.verifier.reader.Json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a bill stands on the ledger, with one payer's share: {@code {index, state, claimable?,
 * fingerprint?, aliasOf?, red?, share?, parts[]?, attested?}}.
 *
 * @param index where it stands
 * @param state how that place stands
 * @param claimable what the patient paid, once the bill was opened
 * @param fingerprint the bill's, once it was opened
 * @param aliasOf where the bill stands that this one is the paper of
 * @param red the red bill's index, if the bill was reversed
 * @param share the share that was asked for, if there is one
 * @param parts its other parts, each in a state of its own
 * @param attested what the claim attested, if it did
 */
public record ProvedBill(
        BillIndex index,
        BillState state,
        Optional<Fen> claimable,
        Optional<Fingerprint> fingerprint,
        Optional<BillIndex> aliasOf,
        Optional<BillIndex> red,
        Optional<ProvedShare> share,
        List<ProvedShare> parts,
        Optional<ProvedAttestation> attested)
        implements ProvedFact {
    private static final Set<String> FIELDS =
            Set.of(
                    "index",
                    "state",
                    "claimable",
                    "fingerprint",
                    "aliasOf",
                    "red",
                    "share",
                    "parts",
                    "attested");

    public ProvedBill {
        parts = List.copyOf(parts);
    }

    static ProvedBill read(Json.Members in) throws FieldException {
        in.only(FIELDS);
        ProvedBill bill = readParts(in);
        bill.checkForm();
        return bill;
    }

    private static ProvedBill readParts(Json.Members in) throws FieldException {
        return new ProvedBill(
                BillIndex.ofHex("index", in.text("index")),
                BillState.of(in.text("state")),
                in.has("claimable")
                        ? Optional.of(Fen.of("claimable", in.whole("claimable")))
                        : Optional.empty(),
                in.has("fingerprint")
                        ? Optional.of(
                                new Fingerprint(
                                        Digest.ofHex("fingerprint", in.text("fingerprint"))))
                        : Optional.empty(),
                index(in, "aliasOf"),
                index(in, "red"),
                in.has("share")
                        ? Optional.of(ProvedShare.read(in.object("share")))
                        : Optional.empty(),
                parts(in),
                in.has("attested")
                        ? Optional.of(ProvedAttestation.read(in.object("attested")))
                        : Optional.empty());
    }

    private static Optional<BillIndex> index(Json.Members in, String name) throws FieldException {
        return in.has(name) ? Optional.of(BillIndex.ofHex(name, in.text(name))) : Optional.empty();
    }

    private static List<ProvedShare> parts(Json.Members in) throws FieldException {
        List<ProvedShare> parts = new ArrayList<>();
        if (in.has("parts")) {
            for (Json.Members part : in.items("parts").objects("parts")) {
                parts.add(ProvedShare.read(part));
            }
        }
        return parts;
    }

    /** A bill known from a red bill alone has no content; every other has one. */
    private void checkForm() throws FieldException {
        boolean isOpened = fingerprint.isPresent() && claimable.isPresent();
        boolean isBare =
                fingerprint.isEmpty()
                        && claimable.isEmpty()
                        && aliasOf.isEmpty()
                        && red.isEmpty()
                        && !isUsed();
        if (state == BillState.AWAITING ? !isBare : !isOpened) {
            throw new FieldException("state", "the members of " + state, "others");
        }
        if (aliasOf.isPresent() ? state == BillState.OPEN || isUsed() : state == BillState.ALIAS) {
            throw new FieldException("aliasOf", "at a paper, and shares at its bill", "otherwise");
        }
    }

    private boolean isUsed() {
        return share.isPresent() || !parts.isEmpty() || attested.isPresent();
    }
}
