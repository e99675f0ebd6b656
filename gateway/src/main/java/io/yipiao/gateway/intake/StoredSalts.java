package io.yipiao.gateway.intake;

import io.yipiao.verifier.fingerprint.Salt;
import io.yipiao.verifier.fingerprint.Salts;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A bill's salts as one column: core, person, leaf 0, leaf 1 …, 16 bytes each. */
final class StoredSalts {
    private StoredSalts() {}

    static byte[] bytes(Salts salts) {
        ByteBuffer out = ByteBuffer.allocate(Salt.LENGTH * (2 + salts.leaves().size()));
        out.put(salts.core().bytes()).put(salts.person().bytes());
        salts.leaves().forEach(leaf -> out.put(leaf.bytes()));
        return out.array();
    }

    static Salts read(byte[] bytes) {
        List<Salt> all = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += Salt.LENGTH) {
            all.add(Salt.of(Arrays.copyOfRange(bytes, at, at + Salt.LENGTH)));
        }
        return new Salts(all.get(0), all.get(1), all.subList(2, all.size()));
    }
}
