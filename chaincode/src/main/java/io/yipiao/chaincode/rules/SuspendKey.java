package io.yipiao.chaincode.rules;

import io.yipiao.chaincode.record.EnrolledIssuer;
import io.yipiao.chaincode.record.EnrolledPayer;
import io.yipiao.chaincode.record.PayerId;
import io.yipiao.chaincode.state.Refusal;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.seal.IssuerKey;
import io.yipiao.verifier.verdict.RefusalCode;

import java.util.Optional;
import java.util.Set;

/**
 * Stops an issuer's key, {@code {issuer, keySeq}}, or a payer, {@code {payer}}, at once. It also
 * renews the rules, so that nothing endorsed before it is committed after it, and what waits for
 * confirmation must be asked for anew. Enrolling again lifts it.
 */
public final class SuspendKey implements AdministrativeRule {

    @Override
    public boolean apply(Json.Members arguments, Transaction transaction)
            throws FieldException, Refusal {
        boolean changed =
                arguments.has("payer")
                        ? suspendPayer(arguments, transaction)
                        : suspendIssuerKey(arguments, transaction);
        if (changed) {
            transaction.records().put(transaction.rules().renewed());
        }
        return changed;
    }

    private static boolean suspendPayer(Json.Members arguments, Transaction transaction)
            throws FieldException, Refusal {
        arguments.only(Set.of("payer"));
        PayerId id = PayerId.of(arguments.text("payer"));
        Optional<EnrolledPayer> payer = transaction.records().payer(id);
        if (payer.isEmpty()) {
            throw new Refusal(RefusalCode.UNKNOWN_PAYER, "payer " + id + " is not enrolled");
        }
        if (payer.get().suspended()) {
            return false;
        }
        transaction.records().put(id, payer.get().suspend());
        return true;
    }

    private static boolean suspendIssuerKey(Json.Members arguments, Transaction transaction)
            throws FieldException, Refusal {
        arguments.only(Set.of("issuer", "keySeq"));
        int number = arguments.whole("issuer", 1, Integer.MAX_VALUE);
        EnrolledIssuer issuer = Issuers.enrolled(number, transaction);
        IssuerKey key = Issuers.key(issuer, arguments.whole("keySeq", 1, 255));
        if (issuer.isStopped(key)) {
            return false;
        }
        transaction.records().put(number, issuer.suspend(key.seq()));
        return true;
    }
}
