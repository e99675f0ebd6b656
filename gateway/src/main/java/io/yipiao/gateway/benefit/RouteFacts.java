package io.yipiao.gateway.benefit;

import io.yipiao.verifier.bill.CareKind;
import io.yipiao.verifier.bill.Fen;

/**
 * What decides a claim's route and risk.
 *
 * @param care the kind of care
 * @param city whether the institution lies in the city
 * @param issued whether an enrolled issuer anchored the bill, not a payer for one from elsewhere
 * @param conflict whether two sealed contents stand at the bill's place
 * @param duplicate whether another bill is nearly the same, by at least 0.9
 * @param doubts findings of the audit, and items the catalogue does not know
 * @param total what the bill charges
 * @param fund what the fund would pay
 * @param accountConfirmed whether the payee account has been confirmed
 */
public record RouteFacts(
        CareKind care,
        boolean city,
        boolean issued,
        boolean conflict,
        boolean duplicate,
        int doubts,
        Fen total,
        Fen fund,
        boolean accountConfirmed) {}
