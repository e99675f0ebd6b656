package io.yipiao.verifier.audit;

import com.google.protobuf.ByteString;

import io.yipiao.verifier.receipt.Sha256;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * How Fabric chains blocks: a block's hash is SHA-256 of the DER SEQUENCE {number INTEGER,
 * previousHash OCTET STRING, dataHash OCTET STRING}, its data hash SHA-256 of its envelopes, one
 * after another.
 */
final class BlockHash {
    private BlockHash() {}

    static ByteString of(BlockHeader header) {
        return Sha256.of(bytes(header));
    }

    static ByteString ofData(BlockData data) {
        return Sha256.of(data.getDataList().toArray(ByteString[]::new));
    }

    /** The header as orderers sign it. */
    static ByteString bytes(BlockHeader header) {
        DERSequence sequence =
                new DERSequence(
                        new ASN1Encodable[] {
                            new ASN1Integer(header.getNumber()),
                            new DEROctetString(header.getPreviousHash().toByteArray()),
                            new DEROctetString(header.getDataHash().toByteArray())
                        });
        try {
            return ByteString.copyFrom(sequence.getEncoded(ASN1Encoding.DER));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
