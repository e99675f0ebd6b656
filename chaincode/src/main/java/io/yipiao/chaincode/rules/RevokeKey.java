package io.yipiao.chaincode.rules;

import io.yipiao.chaincode.record.EnrolledIssuer;
import io.yipiao.chaincode.state.Refusal;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.seal.IssuerKey;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;

/**
 * Takes an issuer's key out of use for good: {@code {issuer, keySeq, suspectSince?}}. From this
 * block on none of its batches is anchored, whatever date its bills bear; what stands stays good.
 * {@code suspectSince} sends the bills anchored after that instant to a person.
 */
public final class RevokeKey implements AdministrativeRule {

    @Override
    public boolean apply(Json.Members arguments, Transaction transaction)
            throws FieldException, Refusal {
        arguments.only(Set.of("issuer", "keySeq", "suspectSince"));
        int number = arguments.whole("issuer", 1, Integer.MAX_VALUE);
        Optional<Instant> suspectSince = suspectSince(arguments);
        EnrolledIssuer issuer = Issuers.enrolled(number, transaction);
        IssuerKey key = Issuers.key(issuer, arguments.whole("keySeq", 1, 255));
        IssuerKey revoked =
                new IssuerKey(
                        key.seq(),
                        key.key(),
                        key.revokedAt().or(() -> Optional.of(transaction.time())),
                        suspectSince.or(key::suspectSince));
        if (revoked.equals(key)) {
            return false;
        }
        transaction.records().put(number, issuer.with(revoked));
        return true;
    }

    private static Optional<Instant> suspectSince(Json.Members arguments) throws FieldException {
        Optional<String> text = arguments.optionalText("suspectSince");
        try {
            return text.map(Instant::parse);
        } catch (DateTimeParseException e) {
            throw new FieldException(
                    "suspectSince", "an instant such as 2026-09-13T02:21:07Z", text.get());
        }
    }
}
