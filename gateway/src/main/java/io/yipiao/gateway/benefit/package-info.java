/**
 * Computes what a payer owes on a bill. A {@link io.yipiao.verifier.bill.Bill}, the insured person,
 * the findings of the audit and the year so far come in; a calculation sheet that closes to the fen
 * goes out, or the reason why nothing is computed. Pure: no clock, no database. Schemes, ceilings
 * and ratios are data ({@link Policy}), read from tables whose faults are named by file, line and
 * field.
 *
 * <p>Order of calculation: 审核扣减, 全自费, 超限价自费, 先行自付 line by line, then deductible, bands and annual
 * ceiling; rounding half up to the fen. Domain: the basic medical insurance's catalogues (甲乙丙) and
 * the demonstration's invented schemes.
 */
@NullMarked
package io.yipiao.gateway.benefit;

import org.jspecify.annotations.NullMarked;
