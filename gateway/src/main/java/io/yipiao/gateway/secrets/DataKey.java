package io.yipiao.gateway.secrets;

import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** One SM4 key in Galois/counter mode with a tag of 16 bytes. */
final class DataKey {
    static final int LENGTH = 16;
    static final int TAG = 16;

    private static final int TAG_BITS = 8 * TAG;

    private final KeyParameter key;

    DataKey(byte[] key) {
        this.key = new KeyParameter(key);
    }

    byte[] encrypt(byte[] nonce, byte[] associated, byte[] clear) {
        try {
            return process(true, nonce, associated, clear, 0);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("encryption checks no tag", e);
        }
    }

    byte[] decrypt(byte[] nonce, byte[] associated, byte[] sealed, int offset)
            throws InvalidCipherTextException {
        return process(false, nonce, associated, sealed, offset);
    }

    private byte[] process(
            boolean encrypt, byte[] nonce, byte[] associated, byte[] input, int offset)
            throws InvalidCipherTextException {
        GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(encrypt, new AEADParameters(key, TAG_BITS, nonce, associated));
        int length = input.length - offset;
        byte[] output = new byte[cipher.getOutputSize(length)];
        int written = cipher.processBytes(input, offset, length, output, 0);
        cipher.doFinal(output, written);
        return output;
    }
}
