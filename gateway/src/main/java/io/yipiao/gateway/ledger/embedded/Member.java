package io.yipiao.gateway.ledger.embedded;

import com.google.protobuf.ByteString;

import io.yipiao.gateway.ledger.Organisation;
import io.yipiao.gateway.ledger.messages.EcdsaSigner;
import io.yipiao.gateway.ledger.messages.Sha256;

import org.hyperledger.fabric.protos.peer.Endorsement;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;

/** One private little organisation: its authority's certificate and its peer, which endorses. */
final class Member {
    private final Organisation organisation;
    private final String root;
    private final ByteString endorser;
    private final PublicKey publicKey;
    private final EcdsaSigner signer;

    /**
     * @param root the authority's certificate, PEM
     * @param peer the peer's credential
     */
    Member(Organisation organisation, String root, Credential peer) {
        this.organisation = organisation;
        this.root = root;
        this.endorser = peer.serialized(organisation.msp());
        this.publicKey = peer.certificate().getPublicKey();
        this.signer = new EcdsaSigner(peer.key());
    }

    String root() {
        return root;
    }

    /** Signs a ProposalResponsePayload: SHA-256 of it and the endorser's identity. */
    Endorsement endorse(ByteString response) {
        try {
            byte[] digest = Sha256.of(response, endorser).toByteArray();
            return Endorsement.newBuilder()
                    .setEndorser(endorser)
                    .setSignature(ByteString.copyFrom(signer.sign(digest)))
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(organisation + " could not endorse", e);
        }
    }

    /** Whether this member's peer made an endorsement of these bytes. */
    boolean endorsed(ByteString response, Endorsement endorsement) {
        if (!endorsement.getEndorser().equals(endorser)) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initVerify(publicKey);
            signature.update(response.toByteArray());
            signature.update(endorser.toByteArray());
            return signature.verify(endorsement.getSignature().toByteArray());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
