package io.yipiao.verifier.audit;

import com.google.protobuf.InvalidProtocolBufferException;

import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigPolicy;
import org.hyperledger.fabric.protos.common.ConfigSignature;
import org.hyperledger.fabric.protos.common.ConfigUpdate;
import org.hyperledger.fabric.protos.common.ConfigUpdateEnvelope;
import org.hyperledger.fabric.protos.common.ConfigValue;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a configuration may follow another: whatever differs was asked for by the update that the
 * block brings, and those signed that update whom the old configuration names for each part.
 */
final class ConfigurationChange {
    private final Configuration before;
    private final List<Signer> signers;

    private ConfigurationChange(Configuration before, List<Signer> signers) {
        this.before = before;
        this.signers = signers;
    }

    /** Checks the change that a block's configuration envelope brings. */
    static void check(Configuration before, Identities identities, ConfigEnvelope envelope)
            throws UntrustedException {
        Config after = envelope.getConfig();
        if (after.getSequence() != before.config().getSequence() + 1) {
            throw new UntrustedException(
                    "configuration %d follows %d"
                            .formatted(after.getSequence(), before.config().getSequence()));
        }
        try {
            ConfigUpdateEnvelope asked =
                    ConfigUpdateEnvelope.parseFrom(
                            Payload.parseFrom(envelope.getLastUpdate().getPayload()).getData());
            List<Identities.Signed> signatures = new ArrayList<>();
            for (ConfigSignature each : asked.getSignaturesList()) {
                signatures.add(
                        new Identities.Signed(
                                SignatureHeader.parseFrom(each.getSignatureHeader()).getCreator(),
                                each.getSignature(),
                                each.getSignatureHeader().concat(asked.getConfigUpdate())));
            }
            new ConfigurationChange(before, identities.count(signatures).signers())
                    .check(
                            before.config().getChannelGroup(),
                            after.getChannelGroup(),
                            ConfigUpdate.parseFrom(asked.getConfigUpdate()).getWriteSet(),
                            "/Channel");
        } catch (InvalidProtocolBufferException e) {
            throw new UntrustedException("the update of the configuration does not read");
        }
    }

    private void check(ConfigGroup old, ConfigGroup now, ConfigGroup asked, String path)
            throws UntrustedException {
        if (!old.getModPolicy().equals(now.getModPolicy())
                || !old.getValuesMap().keySet().equals(now.getValuesMap().keySet())
                || !old.getPoliciesMap().keySet().equals(now.getPoliciesMap().keySet())
                || !old.getGroupsMap().keySet().equals(now.getGroupsMap().keySet())) {
            demand(old.getModPolicy(), path, asked.getVersion() == now.getVersion(), path);
            checkAdded(old, now, asked, path);
        }
        for (String name : old.getValuesMap().keySet()) {
            ConfigValue value = now.getValuesOrDefault(name, old.getValuesOrThrow(name));
            if (!value.equals(old.getValuesOrThrow(name))) {
                boolean isAsked =
                        value.equals(
                                asked.getValuesOrDefault(name, ConfigValue.getDefaultInstance()));
                demand(old.getValuesOrThrow(name).getModPolicy(), path, isAsked, path + "/" + name);
            }
        }
        for (String name : old.getPoliciesMap().keySet()) {
            ConfigPolicy policy = now.getPoliciesOrDefault(name, old.getPoliciesOrThrow(name));
            if (!policy.equals(old.getPoliciesOrThrow(name))) {
                boolean isAsked =
                        policy.equals(
                                asked.getPoliciesOrDefault(
                                        name, ConfigPolicy.getDefaultInstance()));
                demand(
                        old.getPoliciesOrThrow(name).getModPolicy(),
                        path,
                        isAsked,
                        path + "/" + name);
            }
        }
        for (String name : old.getGroupsMap().keySet()) {
            if (now.containsGroups(name)) {
                check(
                        old.getGroupsOrThrow(name),
                        now.getGroupsOrThrow(name),
                        asked.getGroupsOrDefault(name, ConfigGroup.getDefaultInstance()),
                        path + "/" + name);
            }
        }
    }

    /** What a group gained must be what was asked for, whole. */
    private static void checkAdded(ConfigGroup old, ConfigGroup now, ConfigGroup asked, String path)
            throws UntrustedException {
        boolean isAsked =
                now.getValuesMap().entrySet().stream()
                                .filter(each -> !old.containsValues(each.getKey()))
                                .allMatch(asked.getValuesMap().entrySet()::contains)
                        && now.getPoliciesMap().entrySet().stream()
                                .filter(each -> !old.containsPolicies(each.getKey()))
                                .allMatch(asked.getPoliciesMap().entrySet()::contains)
                        && now.getGroupsMap().entrySet().stream()
                                .filter(each -> !old.containsGroups(each.getKey()))
                                .allMatch(asked.getGroupsMap().entrySet()::contains);
        if (!isAsked) {
            throw new UntrustedException(path + " gained what nobody asked for");
        }
    }

    private void demand(String policy, String group, boolean isAsked, String what)
            throws UntrustedException {
        if (!isAsked) {
            throw new UntrustedException(what + " changed otherwise than was asked for");
        }
        String path = policy.startsWith("/") ? policy : group + "/" + policy;
        Optional<Policy> needed = before.policy(path);
        if (needed.isEmpty() || !needed.get().isSatisfiedBy(signers)) {
            throw new UntrustedException(
                    what + " changed, and " + path + " asks for others than " + signers);
        }
    }
}
