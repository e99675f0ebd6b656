package io.yipiao.gateway.intake;

import io.yipiao.verifier.bill.BillId;

import org.jdbi.v3.core.Handle;

import java.util.List;
import java.util.Set;

/** Judges bills' numbers by the series that Finance opened, as the ledger would. */
public interface Numbering {
    /** Judges none. */
    Numbering FREE = (tx, issuer, ids) -> Set.of();

    /**
     * Those of some numbers that an issuer may not use: they were given to another, or the issuer
     * has series of their code and they are in none of them.
     */
    Set<BillId> off(Handle tx, int issuer, List<BillId> ids);
}
