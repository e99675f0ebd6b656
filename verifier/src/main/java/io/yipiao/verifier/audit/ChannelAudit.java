package io.yipiao.verifier.audit;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;

import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.common.MetadataSignature;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The channel as its blocks so far make it, from the first configuration on: each further block is
 * judged by what stands there, and then changes it.
 */
final class ChannelAudit {
    private static final String BLOCK_VALIDATION = "/Channel/Orderer/BlockValidation";

    private static final String SEQUENCE =
            "namespaces/fields/" + RegistryCheck.REGISTRY + "/Sequence";

    private final String channel;
    private final Breaches breaches;
    private final WorldState state = new WorldState();
    private final SeenIds seen = new SeenIds();
    private Configuration configuration;
    private Identities identities;
    private long valid;
    private long invalid;

    ChannelAudit(String channel, Configuration first, Breaches breaches) {
        this.channel = channel;
        this.breaches = breaches;
        this.configuration = first;
        this.identities = new Identities(first.organisations());
        this.valid = 1;
        checkPolicy(0, DefinedPolicies.LIFECYCLE);
    }

    String channel() {
        return channel;
    }

    long valid() {
        return valid;
    }

    long invalid() {
        return invalid;
    }

    WorldState state() {
        return state;
    }

    /** Judges a block after the first and carries it out. */
    void add(Block block) {
        long number = block.getHeader().getNumber();
        checkOrderers(block, number);
        Optional<ConfigurationBlock> change = ConfigurationBlock.of(block);
        if (change.isPresent()) {
            configure(change.get(), number);
        } else {
            transact(block, number);
        }
    }

    private void checkOrderers(Block block, long number) {
        Identities.Counted signers = identities.count(signatures(block));
        Optional<Policy> policy = configuration.policy(BLOCK_VALIDATION);
        if (policy.isEmpty() || !policy.get().isSatisfiedBy(signers.signers())) {
            breaches.add(
                    Breach.ofBlock(
                            BreachKind.ORDERERS,
                            number,
                            "its orderers' signatures do not suffice: good are "
                                    + signers.words()));
        }
    }

    /** What orderers signed: their metadata, their header, the block's header. */
    private static List<Identities.Signed> signatures(Block block) {
        List<Identities.Signed> signed = new ArrayList<>();
        try {
            Metadata metadata =
                    Metadata.parseFrom(metadata(block, BlockMetadataIndex.SIGNATURES_VALUE));
            for (MetadataSignature each : metadata.getSignaturesList()) {
                signed.add(
                        new Identities.Signed(
                                SignatureHeader.parseFrom(each.getSignatureHeader()).getCreator(),
                                each.getSignature(),
                                metadata.getValue()
                                        .concat(each.getSignatureHeader())
                                        .concat(BlockHash.bytes(block.getHeader()))));
            }
        } catch (InvalidProtocolBufferException e) {
            return List.of();
        }
        return signed;
    }

    static ByteString metadata(Block block, int index) {
        return index < block.getMetadata().getMetadataCount()
                ? block.getMetadata().getMetadata(index)
                : ByteString.EMPTY;
    }

    private void configure(ConfigurationBlock change, long number) {
        try {
            ConfigurationChange.check(configuration, identities, change.envelope());
            configuration = change.configuration();
            identities = new Identities(configuration.organisations());
            valid++;
        } catch (UntrustedException e) {
            invalid++;
            breaches.add(Breach.ofBlock(BreachKind.CONFIGURATION, number, e.why()));
        }
        checkPolicy(number, DefinedPolicies.LIFECYCLE);
        checkPolicy(number, RegistryCheck.REGISTRY);
    }

    /** All are judged by what stood before the block, and then take their turns. */
    private void transact(Block block, long number) {
        TransactionCheck check =
                new TransactionCheck(
                        channel, identities, new DefinedPolicies(configuration, state), seen);
        List<Judgement> judgements =
                block.getData().getDataList().parallelStream().map(check::judge).toList();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < judgements.size(); i++) {
            Judgement judgement = judgements.get(i);
            if (judgement.isValid() && !ids.add(judgement.id())) {
                judgement =
                        Judgement.invalid(
                                judgement.id(),
                                TxValidationCode.DUPLICATE_TXID,
                                "another of its block has its id");
            }
            Version at = new Version(number, i);
            compare(carryOut(judgement, at), block, at);
        }
        judgements.forEach(judgement -> seen.add(judgement.id()));
    }

    private Judgement carryOut(Judgement judgement, Version at) {
        if (judgement.content().isEmpty()) {
            invalid++;
            return judgement;
        }
        TransactionContent content = judgement.content().get();
        try {
            new VersionCheck(state).check(content);
        } catch (InvalidTransaction e) {
            invalid++;
            return Judgement.invalid(judgement.id(), e.code(), e.why());
        }
        valid++;
        new RegistryCheck(state, breaches).check(content, at);
        Optional<byte[]> before = state.value(DefinedPolicies.LIFECYCLE, SEQUENCE);
        state.apply(content, at);
        follow(before, at);
        return judgement;
    }

    /** A new definition of the registry must be the next one, and ask for as much as it must. */
    private void follow(Optional<byte[]> before, Version at) {
        if (state.version(DefinedPolicies.LIFECYCLE, SEQUENCE).filter(at::equals).isEmpty()) {
            return;
        }
        long old = DefinedPolicies.sequence(before);
        long now = DefinedPolicies.sequence(state.value(DefinedPolicies.LIFECYCLE, SEQUENCE));
        if (now != old + 1) {
            breaches.add(
                    Breach.of(
                            BreachKind.POLICY,
                            at,
                            "definition %d of the registry follows %d".formatted(now, old)));
        }
        checkPolicy(at.block(), RegistryCheck.REGISTRY);
    }

    private void checkPolicy(long number, String chaincode) {
        boolean isDefined =
                chaincode.equals(DefinedPolicies.LIFECYCLE)
                        || state.value(DefinedPolicies.LIFECYCLE, SEQUENCE).isPresent();
        Optional<Policy> policy = new DefinedPolicies(configuration, state).ofChaincode(chaincode);
        if (isDefined && policy.filter(DefinedPolicies::isTheAgreedOne).isEmpty()) {
            breaches.add(
                    Breach.ofBlock(
                            BreachKind.POLICY,
                            number,
                            "from here on "
                                    + chaincode
                                    + " asks for another endorsement than Insurance, and Hospital"
                                    + " or Finance"));
        }
    }

    private void compare(Judgement judgement, Block block, Version at) {
        ByteString flags = metadata(block, BlockMetadataIndex.TRANSACTIONS_FILTER_VALUE);
        int flag = at.transaction() < flags.size() ? flags.byteAt(at.transaction()) & 0xff : -1;
        if (flag != judgement.code().getNumber()) {
            TxValidationCode said = TxValidationCode.forNumber(flag);
            String why = judgement.isValid() ? "" : ": " + judgement.why();
            breaches.add(
                    Breach.of(
                            BreachKind.FLAG,
                            at,
                            "its flag says %s, and it is %s%s"
                                    .formatted(
                                            said == null ? "nothing" : said,
                                            judgement.code(),
                                            why)));
        }
    }
}
