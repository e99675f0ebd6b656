package io.yipiao.chaincode.record;

import io.yipiao.verifier.fingerprint.BillIndex;

import java.util.List;
import java.util.Optional;

/**
 * What becomes of a bill that was opened on a payer's word, or by its paper, once its issuer's own
 * word of it is seen: the shares stay, what exceeds the bill is taken off them, red bills that
 * waited count, and what differs from the word before is a conflict, as is what those who took
 * shares could not know.
 *
 * @param bill how it stands then
 * @param isSame whether the issuer's word is no other than the one before
 */
public record Promotion(OpenedBill bill, boolean isSame) {

    /**
     * Makes an issuer's content the bill's.
     *
     * @param before the bill on another's word
     * @param by what kind of word the issuer's is
     * @param issued the issuer's content
     * @param replaces what it replaces: shares that were taken before nobody asked about that
     * @return nothing if the bill has more shares than it can keep
     */
    public static Optional<Promotion> of(
            OpenedBill before, Provenance by, SealedContent issued, Optional<BillIndex> replaces) {
        boolean sameIssuer =
                before.provenance() == Provenance.CLAIMED
                        || before.content().issuer() == issued.issuer();
        OpenedBill known =
                RedBill.firstOf(
                        before.waiting(), before.known(by, issued, replaces).awaiting(List.of()));
        // What was taken without knowing of these has to come before a person.
        boolean isNews = replaces.isPresent() || (known.isReversed() && !before.isReversed());
        boolean isSame =
                sameIssuer
                        && before.content().hasAmountsOf(issued)
                        && !(isNews && before.taken().occupied() > 0);
        OpenedBill promoted = isSame ? known : known.contradictedBy(before.content());
        return promoted.taken()
                .within(issued.claimable())
                .map(promoted::with)
                .map(bill -> new Promotion(bill, isSame));
    }
}
