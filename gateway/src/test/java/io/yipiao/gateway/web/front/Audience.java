package io.yipiao.gateway.web.front;

import io.yipiao.gateway.access.Owner;
import io.yipiao.gateway.access.Principal;
import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.inquiry.InquiryWorld;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Those for whom a verdict's page may differ. */
enum Audience {
    STRANGER,
    HOSPITAL,
    BUREAU,
    NEIGHBOUR,
    OWNER,
    AGENT,
    CLERK,
    SUPERVISOR,
    AUDITOR,
    PAYER,
    OTHER_PAYER;

    private static final Set<Audience> OUTSIDE = Set.of(STRANGER, HOSPITAL, BUREAU, NEIGHBOUR);
    private static final String NEIGHBOURS_NUMBER = "990000197611110067";
    private static final String AGENTS_NUMBER = "990000194906300040";

    /** Whether he sees the printed facts only. */
    boolean isOutside() {
        return OUTSIDE.contains(this);
    }

    /** Whether he is shown even what is not proved, and whose the bill is. */
    boolean isOfficial() {
        return !OUTSIDE.contains(this) && this != OWNER && this != AGENT;
    }

    /** Whether the second person acts for the first. */
    static boolean actsFor(InquiryWorld world, Object agent, Object principal) {
        return agent.equals(world.person(AGENTS_NUMBER))
                && principal.equals(world.person(InquiryWorld.PATIENT));
    }

    /** As whom he signed in; nothing for a stranger. */
    Optional<Principal> principal(InquiryWorld world) {
        return switch (this) {
            case STRANGER -> Optional.empty();
            case HOSPITAL -> signedIn(Role.HOSPITAL, Owner.issuer("医院甲", 1));
            case BUREAU -> signedIn(Role.ADMIN, Owner.named("局里甲"));
            case NEIGHBOUR -> citizen(world, Role.CITIZEN, NEIGHBOURS_NUMBER);
            case OWNER -> citizen(world, Role.CITIZEN, InquiryWorld.PATIENT);
            case AGENT -> citizen(world, Role.AGENT, AGENTS_NUMBER);
            case CLERK -> citizen(world, Role.CLERK, AGENTS_NUMBER);
            case SUPERVISOR -> citizen(world, Role.SUPERVISOR, AGENTS_NUMBER);
            case AUDITOR -> signedIn(Role.AUDITOR, Owner.named("审计甲"));
            case PAYER -> signedIn(Role.PAYER, Owner.payer("付方甲", "basic"));
            case OTHER_PAYER -> signedIn(Role.PAYER, Owner.payer("付方乙", "commercial"));
        };
    }

    private static Optional<Principal> citizen(InquiryWorld world, Role role, String idNumber) {
        return signedIn(role, Owner.person("访客甲", world.person(idNumber)));
    }

    private static Optional<Principal> signedIn(Role role, Owner owner) {
        return Optional.of(new Principal(UUID.randomUUID(), Set.of(role), owner));
    }
}
