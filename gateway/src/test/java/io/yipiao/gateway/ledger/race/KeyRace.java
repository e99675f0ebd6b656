package io.yipiao.gateway.ledger.race;

import io.yipiao.gateway.ledger.Call;
import io.yipiao.gateway.ledger.Caller;
import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.Organisation;
import io.yipiao.gateway.ledger.Refused;
import io.yipiao.gateway.ledger.TestChannel;
import io.yipiao.gateway.ledger.TestIssuer;
import io.yipiao.verifier.batch.Batch;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.seal.IssuerKey;
import io.yipiao.verifier.seal.KeyRotation;
import io.yipiao.verifier.seal.SealPrivateKey;
import io.yipiao.verifier.seal.Suite;
import io.yipiao.verifier.verdict.RefusalCode;

import java.security.SecureRandom;
import java.util.List;

/** An issuer of its own whose key changes while it anchors a batch. */
final class KeyRace {
    private static final Caller FINANCE = new Caller(Organisation.FINANCE, "admin");

    private final KeyOperation operation;
    private final TestIssuer issuer;
    private final SealPrivateKey renewed =
            SealPrivateKey.generate(Suite.ES256, new byte[0], new SecureRandom());
    private final Batch batch;

    /** Enrols the issuer, and has asked for what another is to confirm. */
    KeyRace(TestChannel channel, KeyOperation operation) throws Refused {
        this.operation = operation;
        this.issuer = channel.enrolIssuer();
        this.batch = issuer.sealedBatch(2);
        if (operation == KeyOperation.REVOKE) {
            channel.settle(revoke(Caller.ADMIN));
        }
    }

    Call anchor() {
        return operation == KeyOperation.ROTATE_TO_THE_ANCHORS
                ? issuer.anchor(batch, 2, renewed)
                : issuer.anchor(List.of(batch));
    }

    Call call() {
        return switch (operation) {
            case SUSPEND -> Call.of(Caller.ADMIN, "suspendKey").with(key().end());
            case REVOKE -> revoke(FINANCE);
            case ROTATE, ROTATE_TO_THE_ANCHORS -> rotate();
        };
    }

    private Call revoke(Caller by) {
        return Call.of(by, "revokeKey").with(key().end());
    }

    private Call rotate() {
        IssuerKey record = IssuerKey.of(2, renewed.publicKey());
        KeyRotation rotation = new KeyRotation(issuer.number(), issuer.key().publicKey(), record);
        return Call.of(Caller.INTAKE, "rotateKey")
                .with(
                        key().put("key", record.json())
                                .put("voucher", rotation.seal(issuer.key()).hex())
                                .put("possession", rotation.seal(renewed).hex())
                                .end());
    }

    private Json.Writer key() {
        return Json.object().put("issuer", issuer.number()).put("keySeq", 1);
    }

    /** Whether the batch stands on the ledger, as two organisations have it. */
    boolean isAnchored(LedgerClient ledger) throws Refused {
        try {
            ledger.prove(
                    Call.of(Caller.INTAKE, "prove")
                            .with(Integer.toString(issuer.number()))
                            .with(batch.header().root().hex()));
            return true;
        } catch (Refused refusal) {
            if (refusal.code() == RefusalCode.UNKNOWN_BATCH) {
                return false;
            }
            throw refusal;
        }
    }
}
