package io.yipiao.gateway.web.citizen;

import java.util.Optional;
import java.util.UUID;

/**
 * The part of a bill's page by which a citizen claims it.
 *
 * @param applicant who claims, masked
 * @param ward for whom, masked; nobody if it is his own bill
 * @param card where the money would go, by its last four digits; none if nobody has said yet
 * @param estimate what would be paid, if that can be said beforehand
 * @param obstacle why it cannot be claimed; empty if it can
 * @param key by which a claim sent twice is known
 * @param back where to come back to from another page
 */
public record Offer(
        UUID bill,
        String applicant,
        Optional<String> ward,
        Optional<String> card,
        Optional<String> estimate,
        String obstacle,
        String key,
        String back) {

    /** Whether nothing is missing but a tap. */
    public boolean ready() {
        return obstacle.isEmpty() && card.isPresent();
    }
}
