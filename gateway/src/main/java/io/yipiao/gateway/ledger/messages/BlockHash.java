package io.yipiao.gateway.ledger.messages;

import com.google.protobuf.ByteString;

import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * How Fabric chains blocks: a block's hash is SHA-256 of the DER SEQUENCE { number INTEGER,
 * previousHash OCTET STRING, dataHash OCTET STRING }, its data hash SHA-256 of its envelopes, one
 * after another.
 */
public final class BlockHash {
    private BlockHash() {}

    public static ByteString of(BlockHeader header) {
        DERSequence sequence =
                new DERSequence(
                        new org.bouncycastle.asn1.ASN1Encodable[] {
                            new ASN1Integer(header.getNumber()),
                            new DEROctetString(header.getPreviousHash().toByteArray()),
                            new DEROctetString(header.getDataHash().toByteArray())
                        });
        try {
            return Sha256.of(ByteString.copyFrom(sequence.getEncoded(ASN1Encoding.DER)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ByteString ofData(BlockData data) {
        return Sha256.of(data.getDataList().toArray(ByteString[]::new));
    }
}
