/**
 * Leads a claim from the citizen's tap to its receipt: checked, computed, held, decided, stamped,
 * proved. A stored bill and who claims it come in; states that move only on what the ledger has
 * committed, a calculation sheet and a receipt go out.
 *
 * <p>The order of calls and what a lost race or an unknown outcome looks like are Hyperledger
 * Fabric 2.5's; the endorsed envelope is stored before it is submitted, and the same bytes are
 * submitted again until their outcome is known. Two places are left open: {@link
 * io.yipiao.gateway.claim.Computation} takes the audit's findings, and payment begins at {@link
 * io.yipiao.gateway.claim.ClaimState#PROVED}: no payment leaves without its receipt.
 */
@NullMarked
package io.yipiao.gateway.claim;

import org.jspecify.annotations.NullMarked;
