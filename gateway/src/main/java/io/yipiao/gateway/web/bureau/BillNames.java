package io.yipiao.gateway.web.bureau;

import io.yipiao.gateway.alarm.Alarm;
import io.yipiao.gateway.alarm.Fact;
import io.yipiao.gateway.alarm.Subject;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.verifier.bill.BillId;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The bills of some alarms as people name them: by code and number. One that is not stored, and a
 * place on the ledger, is told by its first digits.
 */
record BillNames(Map<UUID, BillId> known) {
    private static final Pattern UUIDS =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final int SHORT = 16;

    BillNames {
        known = Map.copyOf(known);
    }

    static BillNames of(Collection<Alarm> alarms, Bills bills) {
        Set<UUID> wanted = new LinkedHashSet<>();
        for (Alarm alarm : alarms) {
            for (String id : ids(alarm)) {
                if (UUIDS.matcher(id).matches()) {
                    wanted.add(UUID.fromString(id));
                }
            }
        }
        return new BillNames(bills.identities(wanted));
    }

    /** The bills that an alarm is about, by their ids here or their place on the ledger. */
    static List<String> ids(Alarm alarm) {
        return switch (alarm.subject().type()) {
            case STORED_BILL -> List.of(alarm.subject().id().split("/", -1));
            case BILL -> facts(alarm).isEmpty() ? List.of(alarm.subject().id()) : facts(alarm);
            case CLAIM, ISSUER, LEDGER -> facts(alarm);
        };
    }

    /** A subject's name: of bills their numbers, of all others what it is called. */
    String subject(Subject subject) {
        return switch (subject.type()) {
            case STORED_BILL, BILL ->
                    Arrays.stream(subject.id().split("/", -1))
                            .map(this::name)
                            .distinct()
                            .collect(Collectors.joining(" · "));
            case CLAIM, ISSUER, LEDGER -> subject.id();
        };
    }

    /** A bill's code and number. */
    String name(String id) {
        if (!UUIDS.matcher(id).matches()) {
            return DIGEST.matcher(id).matches() ? shortened(id) : id;
        }
        return Optional.ofNullable(known.get(UUID.fromString(id)))
                .map(BillId::toString)
                .orElseGet(() -> shortened(id));
    }

    private static String shortened(String id) {
        return id.substring(0, SHORT) + "…";
    }

    private static List<String> facts(Alarm alarm) {
        return alarm.facts().all().entrySet().stream()
                .filter(fact -> fact.getKey() == Fact.BILL || fact.getKey() == Fact.OTHER_BILL)
                .map(Map.Entry::getValue)
                .toList();
    }
}
