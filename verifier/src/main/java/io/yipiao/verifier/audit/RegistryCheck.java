package io.yipiao.verifier.audit;

import io.yipiao.verifier.bill.FieldException;

import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
                Map<String, AuditedBill> papers = papers(sets.keys().getWritesList());
                for (KVWrite write : sets.keys().getWritesList()) {
                    check(content, write, papers, at);
                }
            }
        }
    }

    /**
     * Bills that turn into papers by these writes and hand their shares over, each under the key of
     * the bill that takes them; only if that is written too.
     */
    private Map<String, AuditedBill> papers(List<KVWrite> writes) {
        Set<String> written = writes.stream().map(KVWrite::getKey).collect(Collectors.toSet());
        Map<String, AuditedBill> papers = new HashMap<>();
        for (KVWrite write : writes) {
            if (write.getKey().startsWith("bill/") && !write.getIsDelete()) {
                try {
                    AuditedBill old = before(write.getKey());
                    AuditedBill then = AuditedBill.read(write.getValue().toByteArray());
                    String bill = "bill/" + then.aliasOf();
                    if (old.isHandedOverTo(then) && written.contains(bill)) {
                        papers.put(bill, old);
                    }
                } catch (FieldException e) {
                    // Told when the write itself is judged; here it hands nothing over.
                }
            }
        }
        return papers;
    }

    private AuditedBill before(String key) throws FieldException {
        Optional<byte[]> value = state.value(REGISTRY, key);
        return value.isPresent() ? AuditedBill.read(value.get()) : AuditedBill.UNKNOWN;
    }

    private void check(
            TransactionContent content,
            KVWrite write,
            Map<String, AuditedBill> papers,
            Version at) {
        String key = write.getKey();
        try {
            if (write.getIsDelete()) {
                throw new FieldException(key, "a value: nothing is deleted", "a deletion");
            }
            if (key.startsWith("batch/")) {
                new BatchCheck(content, state).check(key, write.getValue().toByteArray());
            } else if (key.startsWith("bill/")) {
                AuditedBill then = AuditedBill.read(write.getValue().toByteArray());
                AuditedBill old = before(key);
                if (old.isHandedOverTo(then) && papers.containsKey("bill/" + then.aliasOf())) {
                    old = old.withoutShares();
                }
                if (papers.containsKey(key)) {
                    old = old.joinedBy(papers.get(key));
                }
                new BillCheck(
                                content.function(),
                                old,
                                then,
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
