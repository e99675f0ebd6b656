package io.yipiao.verifier.audit;

import io.yipiao.verifier.bill.FieldException;

import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;

import java.util.Optional;

/**
 * Judges what a valid transaction wrote of the registry by the registry's own rules. Organisations
 * that agree to break them can endorse what they like; whoever has the blocks sees it here.
 */
final class RegistryCheck {
    static final String REGISTRY = "registry";

    private final WorldState state;
    private final Breaches breaches;

    /**
     * @param state as it stands before the transaction
     */
    RegistryCheck(WorldState state, Breaches breaches) {
        this.state = state;
        this.breaches = breaches;
    }

    void check(TransactionContent content, Version at) {
        for (NamespaceSets sets : content.namespaces()) {
            if (sets.isBeyondUs()) {
                breaches.add(
                        Breach.of(
                                BreachKind.RECORD,
                                at,
                                "it reads ranges, or writes private data or keys' own policies"));
            }
            if (sets.name().equals(REGISTRY)) {
                for (KVWrite write : sets.keys().getWritesList()) {
                    check(content, write, at);
                }
            }
        }
    }

    private void check(TransactionContent content, KVWrite write, Version at) {
        String key = write.getKey();
        Optional<byte[]> before = state.value(REGISTRY, key);
        try {
            if (write.getIsDelete()) {
                throw new FieldException(key, "a value: nothing is deleted", "a deletion");
            }
            if (key.startsWith("batch/")) {
                new BatchCheck(content, state).check(key, write.getValue().toByteArray());
            } else if (key.startsWith("bill/")) {
                AuditedBill old =
                        before.isPresent() ? AuditedBill.read(before.get()) : AuditedBill.UNKNOWN;
                new BillCheck(
                                content.function(),
                                old,
                                AuditedBill.read(write.getValue().toByteArray()),
                                (kind, why) -> breaches.add(Breach.of(kind, at, key + ": " + why)))
                        .check();
            }
        } catch (UntrustedException e) {
            breaches.add(Breach.of(BreachKind.BATCH, at, key + ": " + e.why()));
        } catch (FieldException e) {
            breaches.add(Breach.of(BreachKind.RECORD, at, key + ": " + e.getMessage()));
        }
    }
}
