package io.yipiao.verifier.receipt;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;

import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version;

import java.util.List;
import java.util.Optional;

/**
 * What the registry was asked to prove, {@code prove(index, payer, claim)} a share of a bill or
 * {@code prove(issuer, root)} a batch, and the key of the ledger that the answer stands in.
 */
enum Question {
    SHARE("bill/", 3) {
        @Override
        String place(List<String> arguments) {
            return arguments.getFirst();
        }

        @Override
        Optional<ProvedFact> fact(List<String> arguments, Json.Members response)
                throws FieldException {
            ProvedBill bill = ProvedBill.read(response);
            boolean isAnswer =
                    bill.index().hex().equals(arguments.get(0))
                            && bill.share().stream()
                                    .allMatch(share ->
                                            share.payer().equals(arguments.get(1))
                                                    && share.claim().equals(arguments.get(2)));
            return isAnswer ? Optional.of(bill) : Optional.empty();
        }
    },
    BATCH("batch/", 2) {
        @Override
        String place(List<String> arguments) {
            return String.join("/", arguments);
        }

        @Override
        Optional<ProvedFact> fact(List<String> arguments, Json.Members response)
                throws FieldException {
            ProvedBatch batch = ProvedBatch.read(response);
            boolean isAnswer =
                    Integer.toString(batch.issuer()).equals(arguments.get(0))
                            && batch.root().hex().equals(arguments.get(1));
            return isAnswer ? Optional.of(batch) : Optional.empty();
        }
    };

    private static final String FUNCTION = "prove";

    private final String prefix;
    private final int arguments;

    Question(String prefix, int arguments) {
        this.prefix = prefix;
        this.arguments = arguments;
    }

    /** What a call asks, told from its function and the number of its arguments. */
    static Question of(ProposedCall call) throws ReceiptException {
        for (Question question : values()) {
            if (call.function().equals(FUNCTION) && call.arguments().size() == question.arguments) {
                return question;
            }
        }
        throw new ReceiptException("the call is not to prove a share or a batch");
    }

    /** The key that holds what was asked for. */
    String key(ProposedCall call) {
        return prefix + place(call.arguments());
    }

    /** The version of the key, which the registry must have read and found. */
    Version version(ProposedCall call, EndorsedAnswer answer) throws ReceiptException {
        String key = key(call);
        Optional<Version> version = answer.reads().get(key);
        if (version == null) {
            throw new ReceiptException("the answer was not read from " + key);
        }
        return version.orElseThrow(() -> new ReceiptException("the ledger has no " + key));
    }

    /** The fact that was answered, which must be what was asked for. */
    ProvedFact fact(ProposedCall call, Json.Members response) throws ReceiptException {
        try {
            return fact(call.arguments(), response)
                    .orElseThrow(() -> new ReceiptException("the answer speaks of something else"));
        } catch (FieldException e) {
            throw new ReceiptException("the answer is malformed: " + e.getMessage(), e);
        }
    }

    abstract String place(List<String> arguments);

    /** The fact, or nothing if it is not the one that was asked for. */
    abstract Optional<ProvedFact> fact(List<String> arguments, Json.Members response)
            throws FieldException;
}
