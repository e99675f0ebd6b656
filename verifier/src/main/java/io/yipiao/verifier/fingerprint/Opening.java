package io.yipiao.verifier.fingerprint;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.canonical.Sm3;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What opens a fingerprint to a payer and nothing more: the core and its salt, with the person's
 * commitment P and the leaves' root R unopened. As bytes: core ‖ salt 16 ‖ P 32 ‖ R 32.
 *
 * @param core the bill's core
 * @param salt the salt of C = SM3("yipiao/core/1" ‖ salt ‖ core)
 * @param person P
 * @param root R
 */
public record Opening(Core core, Salt salt, Digest person, Digest root) {

    /** Reads an opening, all of whose bytes must be used. */
    public static Opening parse(byte[] bytes) throws FieldException {
        if (bytes.length < Core.SHORT || bytes.length != Core.lengthAt(bytes, 0) + 80) {
            throw new FieldException("opening", "110 or 121 bytes", bytes.length + " bytes");
        }
        int core = Core.lengthAt(bytes, 0);
        return new Opening(
                Core.parse(Arrays.copyOf(bytes, core)),
                Salt.of(Arrays.copyOfRange(bytes, core, core + Salt.LENGTH)),
                Digest.at(bytes, core + Salt.LENGTH),
                Digest.at(bytes, core + Salt.LENGTH + Digest.LENGTH));
    }

    public byte[] bytes() {
        byte[] coreBytes = core.bytes();
        return ByteBuffer.allocate(coreBytes.length + 80)
                .put(coreBytes)
                .put(salt.bytes())
                .put(person.bytes())
                .put(root.bytes())
                .array();
    }

    /** C, the salted commitment to the core. */
    public Digest commitment() {
        return new Sm3("yipiao/core/1").add(salt.bytes()).add(core.bytes()).digest();
    }

    public Fingerprint fingerprint() {
        return Fingerprint.of(commitment(), person, root);
    }
}
