package io.yipiao.verifier.cli;

import io.yipiao.verifier.seal.IssuerKey;
import io.yipiao.verifier.seal.SigningKey;

import java.util.Optional;

/**
 * The key that a new one is put beside.
 *
 * @param seq its number
 * @param key it vouches for the new one
 * @param folder its own, from which the salt key goes on: a bill sealed again has the same
 *     fingerprint
 */
record Replaced(int seq, SigningKey key, KeyFolder folder) {

    static Replaced read(KeyFolder folder, Optional<String> label, Optional<Token> token)
            throws InputException {
        IssuerKey record = folder.record();
        if (label.isEmpty()) {
            return new Replaced(record.seq(), folder.privateKey(), folder);
        }
        if (token.isEmpty()) {
            throw new InputException(
                    "--old-key 要和 --pkcs11 一起给", "--old-key is given with --pkcs11");
        }
        return new Replaced(record.seq(), token.get().key(label.get(), record.key()), folder);
    }
}
