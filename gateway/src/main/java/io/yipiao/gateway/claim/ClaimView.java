package io.yipiao.gateway.claim;

import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.Fen;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What may be shown of a claim to whoever may see it.
 *
 * @param bill the stored bill
 * @param identity the bill's identity
 * @param claimable what the patient paid on it
 * @param emergency whether the claimant says that the visit was one
 * @param fund what the sheet gives, once computed
 * @param automatic whether no person decides it
 * @param reason why it ended without a stamp
 * @param other the same payer's claim that has the bill, once its share stands on the ledger
 * @param stampedAt when the gateway learned of the stamp, the latest if there were several
 * @param stamped what stands stamped of it, zero if nothing does
 * @param owed what is still wanted back of it
 */
public record ClaimView(
        ClaimNumber number,
        ClaimState state,
        String payer,
        UUID bill,
        BillId identity,
        Fen claimable,
        boolean emergency,
        Optional<Fen> fund,
        boolean automatic,
        Optional<Reason> reason,
        Optional<ClaimNumber> other,
        Instant receivedAt,
        Optional<Instant> stampedAt,
        Fen stamped,
        Fen owed) {}
