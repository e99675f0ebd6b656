package io.yipiao.verifier.audit;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.receipt.Member;
import io.yipiao.verifier.receipt.OrganisationRoots;

import org.hyperledger.fabric.protos.common.ConfigValue;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.FabricNodeOUs;
import org.hyperledger.fabric.protos.msp.FabricOUIdentifier;
import org.hyperledger.fabric.protos.msp.MSPConfig;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An organisation as a channel's configuration defines it. Organisations whose roots issue
 * certificates themselves and which tell kinds apart by organisational units are followed, and no
 * others: intermediate authorities and revocation lists would each be a way to judge otherwise than
 * Fabric does.
 *
 * @param name the organisation's name on the channel
 * @param roots its authorities
 */
record Msp(String name, List<X509Certificate> roots) {
    static Msp read(ConfigValue value) throws FieldException {
        try {
            FabricMSPConfig config =
                    FabricMSPConfig.parseFrom(MSPConfig.parseFrom(value.getValue()).getConfig());
            check(config);
            List<X509Certificate> roots = new ArrayList<>();
            for (ByteString root : config.getRootCertsList()) {
                roots.add(OrganisationRoots.certificate(root.toByteArray()));
            }
            return new Msp(config.getName(), List.copyOf(roots));
        } catch (InvalidProtocolBufferException | CertificateException e) {
            throw new FieldException("MSP", "an organisation's definition", "other bytes");
        }
    }

    private static void check(FabricMSPConfig config) throws FieldException {
        if (config.getIntermediateCertsCount() > 0 || config.getRevocationListCount() > 0) {
            throw new FieldException(
                    "MSP",
                    "roots alone",
                    "intermediate authorities or revocations of " + config.getName());
        }
        FabricNodeOUs units = config.getFabricNodeOus();
        if (!units.getEnable()
                || !is(units.getPeerOuIdentifier(), "peer")
                || !is(units.getClientOuIdentifier(), "client")
                || !is(units.getAdminOuIdentifier(), "admin")
                || !is(units.getOrdererOuIdentifier(), "orderer")) {
            throw new FieldException(
                    "MSP",
                    "the units peer, client, admin, orderer",
                    "others of " + config.getName());
        }
    }

    private static boolean is(FabricOUIdentifier unit, String name) {
        return unit.getOrganizationalUnitIdentifier().equals(name);
    }

    /** What a member is to policies, if it is one of this organisation's. */
    Signer vouchFor(Member member) throws UntrustedException {
        if (!member.isUnder(roots)) {
            throw new UntrustedException(
                    "a certificate of " + name + " does not stand under its root");
        }
        Set<String> kinds = member.kinds();
        if (kinds.size() != 1) {
            throw new UntrustedException("a certificate of " + name + " is of kind " + kinds);
        }
        return new Signer(name, kinds.iterator().next());
    }
}
