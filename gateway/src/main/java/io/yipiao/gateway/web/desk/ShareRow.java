package io.yipiao.gateway.web.desk;

import io.yipiao.gateway.claim.ClaimNumber;
import io.yipiao.gateway.claim.ClaimView;
import io.yipiao.gateway.claim.Claims;
import io.yipiao.gateway.projection.ProjectedShare;
import io.yipiao.gateway.web.Frame;
import io.yipiao.verifier.bill.FieldException;

import java.util.Optional;

/**
 * What one claim takes of a bill.
 *
 * @param date when it was stamped, or came in; nothing for a claim of another gateway
 * @param here whether the claim is one of this gateway's, whose case can be opened
 */
public record ShareRow(
        String payer, String amount, String state, String date, String claim, boolean here) {

    static ShareRow of(ProjectedShare share, Claims claims, Frame frame) {
        Optional<ClaimView> claim =
                number(share.claim()).flatMap(number -> claims.one(number, Optional.empty()));
        return new ShareRow(
                frame.say("payer." + share.payerClass()),
                frame.yuan(share.fen()),
                frame.say("share." + share.state().name()),
                claim.map(known -> frame.minute(known.stampedAt().orElse(known.receivedAt())))
                        .orElse(""),
                share.claim(),
                claim.isPresent());
    }

    /** Other gateways of a payer may number their claims in their own way. */
    private static Optional<ClaimNumber> number(String text) {
        try {
            return Optional.of(ClaimNumber.of(text));
        } catch (FieldException e) {
            return Optional.empty();
        }
    }
}
