package io.yipiao.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.yipiao.gateway.reconcile.Difference;
import io.yipiao.gateway.reconcile.Reconciliation;
import io.yipiao.gateway.start.Gateway;
import io.yipiao.verifier.bill.Bill;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The network, asked past all gateways, and a gateway's database, laid side by side. */
record Agreement(Gateway gateway, LedgerFacts facts) {

    /** Both say the same of these bills, and of the claims that have shares of them. */
    void assertOn(Bill... bills) throws Exception {
        long height = gateway.ledger().height();
        Await.until("the blocks", () -> gateway.view().checkpoint().nextBlock() >= height);
        Set<String> names = new HashSet<>();
        for (Bill bill : bills) {
            String index = facts.index(bill.id());
            List<LedgerFacts.Share> shares = facts.shares(bill.id());
            assertEquals(shares, projected(index), bill.id()::toString);
            names.add(index);
            shares.forEach(share -> names.add(share.claim()));
        }
        assertEquals(List.of(), differences(names));
    }

    private List<LedgerFacts.Share> projected(String index) {
        return gateway.database()
                .with(handle ->
                        handle.createQuery(
                                        """
                                        SELECT payer, claim, fen, state FROM ledger_share
                                        WHERE bill_index = decode(:index, 'hex') ORDER BY place
                                        """)
                                .bind("index", index)
                                .map((row, context) ->
                                        new LedgerFacts.Share(
                                                row.getString("payer"),
                                                row.getString("claim"),
                                                row.getLong("fen"),
                                                row.getString("state")))
                                .list());
    }

    /** What the audit's page would show of them; others' bills are on the same network. */
    private List<String> differences(Set<String> names) {
        List<String> found = new ArrayList<>();
        new Reconciliation(gateway.database(), Set.of("basic"))
                .each(line -> {
                    for (Difference difference : line.difference().stream().toList()) {
                        if (names.contains(line.name())) {
                            found.add(line.name() + " " + difference);
                        }
                    }
                });
        return found;
    }
}
