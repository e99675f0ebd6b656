package io.yipiao.verifier.cli;

import io.yipiao.verifier.seal.Seal;
import io.yipiao.verifier.seal.SealException;
import io.yipiao.verifier.seal.SealPublicKey;
import io.yipiao.verifier.seal.SigningKey;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;

/**
 * A P-256 key in a token. Tokens give either of the two values that s may have; a seal has the
 * lower one. Each signature is checked before it leaves, since nothing else here knows the key.
 */
final class TokenKey implements SigningKey {
    private static final String RAW_ECDSA = "SHA256withECDSAinP1363Format";

    private final Provider provider;
    private final PrivateKey handle;
    private final SealPublicKey publicKey;

    TokenKey(Provider provider, PrivateKey handle, SealPublicKey publicKey) {
        this.provider = provider;
        this.handle = handle;
        this.publicKey = publicKey;
    }

    PrivateKey handle() {
        return handle;
    }

    @Override
    public SealPublicKey publicKey() {
        return publicKey;
    }

    @Override
    public Seal sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance(RAW_ECDSA, provider);
            signature.initSign(handle);
            signature.update(message);
            Seal seal = Seal.of(signature.sign()).withLowS();
            publicKey.check(message, seal);
            return seal;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the token did not sign", e);
        } catch (SealException e) {
            throw new IllegalStateException("the token signed with another key", e);
        }
    }
}
