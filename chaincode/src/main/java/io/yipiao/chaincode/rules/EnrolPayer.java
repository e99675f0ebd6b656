package io.yipiao.chaincode.rules;

import io.yipiao.chaincode.record.EnrolledPayer;
import io.yipiao.chaincode.record.PayerClass;
import io.yipiao.chaincode.record.PayerId;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;

import java.util.Optional;
import java.util.Set;

/**
 * Enrols a payer: {@code {payer, class, msp}}. Its class and organisation stay, since its shares
 * carry them; enrolling a suspended payer again lets it go on.
 */
public final class EnrolPayer implements AdministrativeRule {

    @Override
    public boolean apply(Json.Members arguments, Transaction transaction) throws FieldException {
        arguments.only(Set.of("payer", "class", "msp"));
        PayerId id = PayerId.of(arguments.text("payer"));
        EnrolledPayer enrolled =
                new EnrolledPayer(
                        PayerClass.of(arguments.text("class")),
                        ShortText.read(arguments, "msp"),
                        false);
        Optional<EnrolledPayer> standing = transaction.records().payer(id);
        if (standing.isPresent()) {
            checkSame(standing.get(), enrolled);
        }
        if (standing.equals(Optional.of(enrolled))) {
            return false;
        }
        transaction.records().put(id, enrolled);
        return true;
    }

    private static void checkSame(EnrolledPayer standing, EnrolledPayer enrolled)
            throws FieldException {
        if (standing.payerClass() != enrolled.payerClass()) {
            throw new FieldException(
                    "class", standing.payerClass() + " for good", enrolled.payerClass().name());
        }
        if (!standing.msp().equals(enrolled.msp())) {
            throw new FieldException("msp", standing.msp() + " for good", enrolled.msp());
        }
    }
}
