package io.yipiao.verifier.audit;

import com.google.protobuf.InvalidProtocolBufferException;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.receipt.OrganisationRoots;

import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;

/**
 * A block that holds nothing but a channel's configuration.
 *
 * @param channel the channel
 * @param envelope the configuration, and the update that asked for it
 */
record ConfigurationBlock(String channel, ConfigEnvelope envelope) {
    /** The configuration that a block brings, if it is such a block. */
    static Optional<ConfigurationBlock> of(Block block) {
        if (block.getData().getDataCount() != 1) {
            return Optional.empty();
        }
        try {
            Payload payload =
                    Payload.parseFrom(Envelope.parseFrom(block.getData().getData(0)).getPayload());
            ChannelHeader header = ChannelHeader.parseFrom(payload.getHeader().getChannelHeader());
            return header.getType() == HeaderType.CONFIG_VALUE
                    ? Optional.of(
                            new ConfigurationBlock(
                                    header.getChannelId(),
                                    ConfigEnvelope.parseFrom(payload.getData())))
                    : Optional.empty();
        } catch (InvalidProtocolBufferException e) {
            return Optional.empty();
        }
    }

    Configuration configuration() throws UntrustedException {
        try {
            return Configuration.of(envelope.getConfig());
        } catch (FieldException e) {
            throw new UntrustedException(
                    "the configuration is not one we follow: " + e.getMessage());
        }
    }

    /** The first configuration, whose organisations must be those that the auditor knows. */
    Configuration pinnedTo(OrganisationRoots roots) throws UntrustedException {
        Configuration configuration = configuration();
        Map<String, Msp> organisations = configuration.organisations();
        if (!organisations.keySet().equals(roots.roots().keySet())) {
            throw new UntrustedException(
                    "the channel's organisations are %s, the roots at hand are of %s"
                            .formatted(organisations.keySet(), roots.roots().keySet()));
        }
        for (Msp msp : organisations.values()) {
            if (!new HashSet<>(msp.roots()).equals(new HashSet<>(roots.of(msp.name())))) {
                throw new UntrustedException(
                        "the roots of %s are not those at hand".formatted(msp.name()));
            }
        }
        return configuration;
    }
}
