package io.yipiao.verifier.receipt;

import com.google.protobuf.ByteString;

import io.yipiao.verifier.seal.Seal;
import io.yipiao.verifier.seal.SealPrivateKey;

import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/**
 * Who endorses in tests.
 *
 * @param msp the organisation it says it is of
 * @param key its own
 * @param certificate in PEM
 */
public record TestPeer(String msp, SealPrivateKey key, String certificate) {

    /** The same peer under another organisation's name. */
    public TestPeer as(String other) {
        return new TestPeer(other, key, certificate);
    }

    public Endorsement endorse(ByteString payload) {
        return new Endorsement(
                endorser(), ByteString.copyFrom(TestOrganisation.der(signature(payload))));
    }

    /** An endorsement with the other of the two values that s may have. */
    public Endorsement endorseHigh(ByteString payload) {
        return new Endorsement(
                endorser(), ByteString.copyFrom(TestOrganisation.highDer(signature(payload))));
    }

    /** A signature over bytes, in DER. */
    public ByteString sign(ByteString bytes) {
        return ByteString.copyFrom(TestOrganisation.der(key.sign(bytes.toByteArray())));
    }

    private Seal signature(ByteString payload) {
        return key.sign(payload.concat(endorser()).toByteArray());
    }

    /** How it names itself. */
    public ByteString endorser() {
        return SerializedIdentity.newBuilder()
                .setMspid(msp)
                .setIdBytes(ByteString.copyFromUtf8(certificate))
                .build()
                .toByteString();
    }
}
