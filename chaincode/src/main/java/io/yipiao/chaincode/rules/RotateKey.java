package io.yipiao.chaincode.rules;

import io.yipiao.chaincode.record.EnrolledIssuer;
import io.yipiao.chaincode.state.Refusal;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.seal.IssuerKey;
import io.yipiao.verifier.seal.KeyRotation;
import io.yipiao.verifier.seal.Seal;
import io.yipiao.verifier.seal.SealException;
import io.yipiao.verifier.verdict.RefusalCode;

import java.util.Set;

/**
 * Gives an issuer a new key for which its old one vouches: {@code {issuer, keySeq, key: {seq,
 * suite, userId?, spki}, voucher, possession}}, the last two being seals by the old and the new
 * key. The old one stays good until it is revoked.
 */
public final class RotateKey implements AdministrativeRule {

    @Override
    public boolean apply(Json.Members arguments, Transaction transaction)
            throws FieldException, Refusal {
        arguments.only(Set.of("issuer", "keySeq", "key", "voucher", "possession"));
        int number = arguments.whole("issuer", 1, Integer.MAX_VALUE);
        IssuerKey renewed = IssuerKeys.read(arguments.object("key"));
        EnrolledIssuer issuer = Issuers.enrolled(number, transaction);
        IssuerKey old = Issuers.key(issuer, arguments.whole("keySeq", 1, 255));
        checkSeals(new KeyRotation(number, old.key(), renewed), arguments);
        if (!IssuerKeys.isNew(renewed, issuer.keys())) {
            return false;
        }
        if (issuer.isStopped(old)) {
            throw new Refusal(
                    RefusalCode.REVOKED_KEY, "key " + old.seq() + " vouches for no other any more");
        }
        transaction.records().put(number, issuer.withNew(renewed));
        return true;
    }

    private static void checkSeals(KeyRotation rotation, Json.Members arguments)
            throws FieldException, Refusal {
        Seal voucher = Seal.ofHex("voucher", arguments.text("voucher"));
        Seal possession = Seal.ofHex("possession", arguments.text("possession"));
        try {
            rotation.checkVoucher(voucher);
            rotation.checkPossession(possession);
        } catch (SealException e) {
            throw Refusal.because(RefusalCode.BAD_SEAL, e);
        }
    }
}
