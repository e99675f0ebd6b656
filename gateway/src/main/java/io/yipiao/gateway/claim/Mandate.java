package io.yipiao.gateway.claim;

import io.yipiao.gateway.secrets.PersonId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * That one person may claim for another.
 *
 * @param principal for whom
 * @param agent who acts
 * @param until the last day it holds; without one until it is revoked
 */
public record Mandate(
        UUID id,
        Kind kind,
        PersonId principal,
        PersonId agent,
        Optional<LocalDate> until,
        Instant recordedAt) {

    /** What the agent is to the principal. */
    public enum Kind {
        FAMILY,
        /** 监护人, into whose account a benefit may be paid. */
        GUARDIAN,
        AGENT
    }
}
