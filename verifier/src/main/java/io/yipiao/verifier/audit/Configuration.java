package io.yipiao.verifier.audit;

import com.google.protobuf.InvalidProtocolBufferException;

import io.yipiao.verifier.bill.FieldException;

import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigPolicy;
import org.hyperledger.fabric.protos.common.ImplicitMetaPolicy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A channel's configuration as it stands at one block: organisations and policies, the latter named
 * by their path, such as {@code /Channel/Orderer/BlockValidation}.
 */
final class Configuration {
    private static final String CHANNEL = "Channel";

    private final Config config;
    private final Map<String, Msp> organisations;
    private final Map<String, Optional<Policy>> policies = new ConcurrentHashMap<>();

    private Configuration(Config config, Map<String, Msp> organisations) {
        this.config = config;
        this.organisations = Collections.unmodifiableMap(organisations);
    }

    static Configuration of(Config config) throws FieldException {
        Map<String, Msp> organisations = new HashMap<>();
        for (String side : List.of("Application", "Orderer")) {
            for (ConfigGroup organisation :
                    config.getChannelGroup()
                            .getGroupsOrDefault(side, ConfigGroup.getDefaultInstance())
                            .getGroupsMap()
                            .values()) {
                Msp msp = Msp.read(organisation.getValuesOrThrow("MSP"));
                Msp other = organisations.putIfAbsent(msp.name(), msp);
                if (other != null && !other.equals(msp)) {
                    throw new FieldException("MSP", "one definition each", "two of " + msp.name());
                }
            }
        }
        return new Configuration(config, organisations);
    }

    Config config() {
        return config;
    }

    Map<String, Msp> organisations() {
        return organisations;
    }

    /** The policy at a path, if there is one that reads. */
    Optional<Policy> policy(String path) {
        return policies.computeIfAbsent(path, this::read);
    }

    /** How an organisation's peers endorse what is that organisation's own. */
    Optional<Policy> endorsementOf(String msp) {
        for (Map.Entry<String, ConfigGroup> group :
                group("/Channel/Application").orElseThrow().getGroupsMap().entrySet()) {
            try {
                if (Msp.read(group.getValue().getValuesOrThrow("MSP")).name().equals(msp)) {
                    return policy("/Channel/Application/" + group.getKey() + "/Endorsement");
                }
            } catch (FieldException e) {
                throw new IllegalStateException("it read before", e);
            }
        }
        return Optional.empty();
    }

    private Optional<ConfigGroup> group(String path) {
        ConfigGroup group = config.getChannelGroup();
        String[] names = path.split("/", -1);
        if (names.length < 2 || !names[1].equals(CHANNEL)) {
            return Optional.empty();
        }
        for (int i = 2; i < names.length; i++) {
            if (!group.containsGroups(names[i])) {
                return Optional.empty();
            }
            group = group.getGroupsOrThrow(names[i]);
        }
        return Optional.of(group);
    }

    private Optional<Policy> read(String path) {
        int last = path.lastIndexOf('/');
        Optional<ConfigGroup> group = group(path.substring(0, Math.max(0, last)));
        return group.isEmpty() ? Optional.empty() : read(group.get(), path.substring(last + 1));
    }

    private static Optional<Policy> read(ConfigGroup group, String name) {
        if (!group.containsPolicies(name)) {
            return Optional.empty();
        }
        ConfigPolicy policy = group.getPoliciesOrThrow(name);
        try {
            return switch (policy.getPolicy().getType()) {
                case org.hyperledger.fabric.protos.common.Policy.PolicyType.SIGNATURE_VALUE ->
                        Optional.of(
                                SignaturePolicies.read(
                                        SignaturePolicyEnvelope.parseFrom(
                                                policy.getPolicy().getValue())));
                case org.hyperledger.fabric.protos.common.Policy.PolicyType.IMPLICIT_META_VALUE ->
                        Optional.of(
                                ofParts(
                                        group,
                                        ImplicitMetaPolicy.parseFrom(
                                                policy.getPolicy().getValue())));
                default -> Optional.empty();
            };
        } catch (InvalidProtocolBufferException | FieldException e) {
            return Optional.empty();
        }
    }

    /** A policy that is satisfied when any, all or most of the parts' policies of a name are. */
    private static Policy ofParts(ConfigGroup group, ImplicitMetaPolicy rule) {
        List<Policy> parts = new ArrayList<>();
        for (ConfigGroup part : group.getGroupsMap().values()) {
            read(part, rule.getSubPolicy()).ifPresent(parts::add);
        }
        int all = group.getGroupsCount();
        int needed =
                switch (rule.getRule()) {
                    case ANY -> Math.min(1, all);
                    case ALL -> all;
                    case MAJORITY -> all == 0 ? 0 : all / 2 + 1;
                    case UNRECOGNIZED -> Integer.MAX_VALUE;
                };
        return signers ->
                parts.stream().filter(part -> part.isSatisfiedBy(signers)).count() >= needed;
    }
}
