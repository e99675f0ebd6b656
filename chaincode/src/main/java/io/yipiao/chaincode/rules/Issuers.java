package io.yipiao.chaincode.rules;

import io.yipiao.chaincode.record.EnrolledIssuer;
import io.yipiao.chaincode.state.Refusal;
import io.yipiao.verifier.seal.IssuerKey;
import io.yipiao.verifier.verdict.RefusalCode;

import java.util.Optional;

/** Finds an issuer and its key on the ledger. */
final class Issuers {
    private Issuers() {}

    static EnrolledIssuer enrolled(int number, Transaction transaction) throws Refusal {
        Optional<EnrolledIssuer> issuer = transaction.records().issuer(number);
        if (issuer.isEmpty()) {
            throw new Refusal(RefusalCode.UNKNOWN_ISSUER, "no issuer is enrolled as " + number);
        }
        return issuer.get();
    }

    static IssuerKey key(EnrolledIssuer issuer, int seq) throws Refusal {
        Optional<IssuerKey> key = issuer.key(seq);
        if (key.isEmpty()) {
            throw new Refusal(RefusalCode.UNKNOWN_KEY, "the issuer has no key " + seq);
        }
        return key.get();
    }
}
