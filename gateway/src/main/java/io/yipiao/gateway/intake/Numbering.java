package io.yipiao.gateway.intake;

import io.yipiao.verifier.bill.BillId;

import org.jdbi.v3.core.Handle;

import java.util.List;
import java.util.Set;

/** Judges bills' numbers by the series that Finance opened, as the ledger would. */
public interface Numbering {
    /** Judges none. */
    Numbering FREE =
            new Numbering() {
                @Override
                public Set<BillId> off(Handle tx, int issuer, List<BillId> ids) {
                    return Set.of();
                }

                @Override
                public void tell(int issuer, Set<BillId> off) {}
            };

    /**
     * Those of some numbers that an issuer may not use: they were given to another, or the issuer
     * has series of their code and they are in none of them.
     */
    Set<BillId> off(Handle tx, int issuer, List<BillId> ids);

    /**
     * Tells the bureau of numbers that were off. Not in the transaction that judged them: it is
     * told though the upload is undone.
     */
    void tell(int issuer, Set<BillId> off);
}
