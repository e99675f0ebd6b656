package io.yipiao.verifier.receipt;

import com.google.protobuf.ByteString;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.reader.Json;

import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An endorsed read of the ledger, which anyone checks without it: what was asked, what was
 * answered, and two organisations' signatures under both. As JCS, bytes in base64 (RFC 4648, 4):
 *
 * <pre>
 * {endorsements [{endorser, signature}, {endorser, signature}], payload, proposal}
 * proposal   peer.Proposal with header and arguments, without transient data
 * payload    peer.ProposalResponsePayload, as the peers made it
 * endorser   msp.SerializedIdentity
 * signature  ECDSA P-256, SHA-256, DER, low s, over payload ‖ endorser
 * </pre>
 *
 * <p>A transaction would prove less: whoever lost a race stands in the blocks too, with good
 * signatures, and the flags that tell valid from invalid are signed by nobody.
 */
public final class Receipt {
    /** The one chaincode whose answers count. */
    static final String CHAINCODE = "registry";

    private static final Set<String> FIELDS = Set.of("proposal", "payload", "endorsements");

    private final ProposedCall call;
    private final EndorsedAnswer answer;
    private final Endorsement first;
    private final Endorsement second;

    private Receipt(ProposedCall call, EndorsedAnswer answer, List<Endorsement> endorsements)
            throws FieldException {
        if (endorsements.size() != 2) {
            throw new FieldException("endorsements", "two", Integer.toString(endorsements.size()));
        }
        this.call = call;
        this.answer = answer;
        this.first = endorsements.getFirst();
        this.second = endorsements.getLast();
    }

    /**
     * Makes a receipt of what peers endorsed.
     *
     * @param proposal a serialised {@code peer.Proposal}; its transient data is left out
     * @param payload the serialised {@code peer.ProposalResponsePayload} that both signed
     * @param endorsements the two signatures
     */
    public static Receipt of(
            ByteString proposal, ByteString payload, List<Endorsement> endorsements)
            throws FieldException {
        return new Receipt(
                ProposedCall.strip(proposal), EndorsedAnswer.parse(payload), endorsements);
    }

    /**
     * Makes a receipt of a prepared transaction that is not going to be submitted.
     *
     * @param envelope a serialised {@code common.Envelope} as Fabric's gateway gives it
     */
    public static Receipt ofTransaction(ByteString envelope) throws FieldException {
        EndorsedTransaction transaction = EndorsedTransaction.parse(envelope);
        return new Receipt(transaction.call(), transaction.answer(), transaction.endorsements());
    }

    /** Reads the canonical spelling. Nothing is checked but the form: {@link #check} does that. */
    public static Receipt parse(byte[] canonical) throws FieldException {
        Json.Members in = Jcs.parseObject(canonical);
        in.only(FIELDS);
        List<Endorsement> endorsements = new ArrayList<>();
        for (Json.Members endorsement : in.items("endorsements").objects("endorsements")) {
            endorsements.add(Endorsement.read(endorsement));
        }
        return new Receipt(
                ProposedCall.parse(Base64Text.read(in, "proposal")),
                EndorsedAnswer.parse(Base64Text.read(in, "payload")),
                endorsements);
    }

    /** Reads the parts that {@link #parts} gives, in their canonical spelling. */
    static Receipt ofParts(List<ByteString> parts) throws FieldException {
        if (parts.size() != 6) {
            throw new FieldException("receipt", "six parts", Integer.toString(parts.size()));
        }
        return new Receipt(
                ProposedCall.parse(parts.get(0)),
                EndorsedAnswer.parse(parts.get(1)),
                List.of(
                        new Endorsement(parts.get(2), parts.get(3)),
                        new Endorsement(parts.get(4), parts.get(5))));
    }

    /** Proposal, payload, and each endorsement's endorser and signature. */
    List<ByteString> parts() {
        return List.of(
                call.bytes(),
                answer.bytes(),
                first.endorser(),
                first.signature(),
                second.endorser(),
                second.signature());
    }

    public byte[] bytes() {
        return Jcs.bytes(
                Json.object()
                        .put("proposal", Base64Text.write(call.bytes()))
                        .put("payload", Base64Text.write(answer.bytes()))
                        .put("endorsements", List.of(first.json(), second.json()))
                        .end());
    }

    /**
     * Checks that peers of Insurance and of Hospital or Finance signed this answer to this call.
     *
     * @param roots by whose authority the organisations' peers sign
     * @param channel the ledger whose word is asked for
     */
    public ProvedValue check(OrganisationRoots roots, String channel) throws ReceiptException {
        checkCall(channel);
        checkAnswer();
        Question question = Question.of(call);
        List<String> organisations =
                EndorsementPolicy.check(
                        checkEndorsement(first, roots), checkEndorsement(second, roots));
        Version version = question.version(call, answer);
        Json.Members response = response();
        return new ProvedValue(
                channel,
                organisations,
                call.arguments(),
                question.key(call),
                response,
                question.fact(call, response),
                version.getBlockNum(),
                version.getTxNum());
    }

    private void checkCall(String channel) throws ReceiptException {
        if (!call.channel().equals(channel)) {
            throw new ReceiptException(
                    "the call went to channel " + call.channel() + ", not " + channel);
        }
        if (!call.chaincode().equals(CHAINCODE)) {
            throw new ReceiptException(
                    "the call went to chaincode " + call.chaincode() + ", not " + CHAINCODE);
        }
    }

    private void checkAnswer() throws ReceiptException {
        if (!answer.proposalHash().equals(call.hash())) {
            throw new ReceiptException("the answer is to another call");
        }
        if (!answer.chaincode().equals(CHAINCODE)) {
            throw new ReceiptException("the answer is chaincode " + answer.chaincode() + "'s");
        }
        if (answer.status() != 200) {
            throw new ReceiptException("the registry refused: status " + answer.status());
        }
        if (answer.changed()) {
            throw new ReceiptException("the answer comes from a call that writes or reads a range");
        }
    }

    private Json.Members response() throws ReceiptException {
        try {
            return Jcs.parseObject(answer.response().toByteArray());
        } catch (FieldException e) {
            throw new ReceiptException("the answer is malformed: " + e.getMessage(), e);
        }
    }

    private String checkEndorsement(Endorsement endorsement, OrganisationRoots roots)
            throws ReceiptException {
        try {
            Member endorser = Member.parse(endorsement.endorser());
            endorser.checkSignature(
                    answer.bytes().concat(endorsement.endorser()), endorsement.signature());
            endorser.checkPeer(roots);
            return endorser.msp();
        } catch (FieldException e) {
            throw new ReceiptException("an endorsement is malformed", e);
        }
    }
}
